package org.relevo.handover;

/** Says whether the early life support of a service may end. */
public interface ExitCriteria {

    /** Why it may not end yet, in words; blank where it may. */
    String missing(Handover handover);
}
