package org.relevo.rules;

/** What a project's status is said of. */
public enum StatusAspect {
    TIME,
    COST,
    SCOPE,
    OVERALL
}
