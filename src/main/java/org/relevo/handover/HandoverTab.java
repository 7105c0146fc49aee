package org.relevo.handover;

/**
 * A page of a handover that its other pages link to. Whoever has such a page offers a bean of this; there is no link to a
 * page that does not exist.
 */
public interface HandoverTab {

    /** What stands behind {@code /handovers/{number}/}; empty for the handover's own page. */
    String path();

    /** The message that names it. */
    String messageKey();

    /** The lower, the further to the front: overview 0, knowledge 10, early life 20, lineage 30, dossier 40. */
    int order();
}
