package org.relevo.handover;

/** How far a handover is. */
public enum HandoverStatus {
    /** Asked for; its dates are not known yet. */
    PLANNING,
    /** Its criteria are being worked on. */
    PREPARING,
    /** Its gate is open; operations has not accepted yet. */
    READY,
    /** Accepted; not live yet. */
    ACCEPTED,
    /** Live, with the project still at hand. */
    EARLY_LIFE,
    /** Operations has it. */
    OPERATIONAL,
    /** It stays with, or went back to, the project. */
    ROLLED_BACK;

    public boolean open() {
        return this != OPERATIONAL && this != ROLLED_BACK;
    }

    /** Before it is live. */
    public boolean gated() {
        return this == PREPARING || this == READY || this == ACCEPTED;
    }

    public String word() {
        return switch (this) {
            case PLANNING -> "being planned";
            case PREPARING -> "being prepared";
            case READY -> "ready to be accepted";
            case ACCEPTED -> "accepted";
            case EARLY_LIFE -> "in early life support";
            case OPERATIONAL -> "operational";
            case ROLLED_BACK -> "rolled back";
        };
    }
}
