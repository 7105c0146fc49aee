package org.relevo.rules;

/** A rule book broke a limit, or failed, while it decided. It carries what had been decided until then. */
class RuleBookFault extends RuntimeException {

    private final transient Outcome soFar;

    RuleBookFault(String message, Outcome soFar) {
        super(message);
        this.soFar = soFar;
    }

    Outcome soFar() {
        return soFar;
    }
}
