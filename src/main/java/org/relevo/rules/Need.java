package org.relevo.rules;

/** How much a handover depends on a criterion. */
public enum Need {
    /** Without it, or a waiver, there is no handover. */
    MUST,
    /** Without it there is one on conditions. */
    SHOULD
}
