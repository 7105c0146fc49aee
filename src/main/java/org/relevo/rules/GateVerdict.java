package org.relevo.rules;

/** Says whether a handover may pass its gate. */
public record GateVerdict(Verdict verdict, String rule, String because) implements Decision {

    public enum Verdict {
        GO,
        CONDITIONAL_GO,
        NO_GO;

        public boolean passes() {
            return this != NO_GO;
        }
    }
}
