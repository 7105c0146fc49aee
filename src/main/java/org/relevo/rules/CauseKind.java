package org.relevo.rules;

/** What an incident of a service that was handed over may trace to. */
public enum CauseKind {
    /** A criterion that was waived. */
    WAIVER,
    /** An issue of the project that moved with the service while it was open. */
    ISSUE,
    /** Something that a supplier brought later than promised. */
    DELIVERY
}
