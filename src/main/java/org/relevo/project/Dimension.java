package org.relevo.project;

/** What a project promises, and what a tolerance is about. */
public enum Dimension {
    /** Days. */
    TIME,
    /** Money, in the project's currency. */
    COST,
    /** The weight of what is delivered. */
    SCOPE
}
