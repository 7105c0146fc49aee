package org.relevo.rules;

import java.util.List;

/** The rule book of this build, compiled once for all tests that ask it. */
final class ShippedRules {

    static final RuleFiles FILES = RuleFiles.onClassPath();
    static final CompiledRuleBook BOOK = RuleCompiler.compile(FILES);

    private ShippedRules() {}

    static Outcome decide(Fact... facts) {
        return BOOK.decide(List.of(facts), 1);
    }

    /** The files with one of them changed. */
    static RuleFiles with(String path, String text) {
        var texts = new java.util.TreeMap<>(FILES.texts());
        texts.put(path, text);
        return new RuleFiles(texts);
    }

    static String text(String path) {
        return FILES.required(path);
    }
}
