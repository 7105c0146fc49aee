package org.relevo.rules;

/** How a criterion stands when a handover is at its gate. */
public record StandingFact(String key, Need need, boolean met, boolean waived) implements Fact {

    /** Whether it alone keeps the gate shut. */
    public boolean blocking() {
        return need == Need.MUST && !met && !waived;
    }
}
