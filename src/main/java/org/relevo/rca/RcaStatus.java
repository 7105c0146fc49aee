package org.relevo.rca;

/** Where an analysis stands. */
public enum RcaStatus {
    /** It is being written, for the first time or again. */
    DRAFTING,
    /** A second person reads it. */
    REVIEW,
    /** A second person has approved it; it is about to be sent. */
    APPROVED,
    /** Management has it; its corrective actions are watched. */
    DELIVERED,
    /** Every corrective action stayed without a repeat. */
    PROVEN,
    /** Two people agreed that it is not worth writing. */
    SKIPPED;

    /** Whether somebody still has to write or read it. */
    public boolean inWork() {
        return this == DRAFTING || this == REVIEW;
    }
}
