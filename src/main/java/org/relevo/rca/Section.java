package org.relevo.rca;

/** The parts of an analysis that are written, in the order in which they are read. */
public enum Section {
    SUMMARY,
    IMPACT,
    TIMELINE,
    ROOT_CAUSE,
    FACTORS,
    WENT_WELL,
    LUCK
}
