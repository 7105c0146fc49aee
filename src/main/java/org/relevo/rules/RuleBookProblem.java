package org.relevo.rules;

/** What is wrong with a file of the rule book: where, and what to write instead. */
class RuleBookProblem extends RuntimeException {

    RuleBookProblem(String message) {
        super(message);
    }

    RuleBookProblem(String message, Throwable cause) {
        super(message, cause);
    }

    /** A problem at a place; lines and columns count from 1. */
    static RuleBookProblem at(String file, int line, int column, String message) {
        return new RuleBookProblem("rules/%s, line %d, column %d: %s".formatted(file, line, column, message));
    }
}
