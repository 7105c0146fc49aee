package org.relevo.rules;

/** How soon a case must be dealt with: from P1, at once, to P4. */
public enum Priority {
    P1,
    P2,
    P3,
    P4
}
