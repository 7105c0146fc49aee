package org.relevo.rules;

/** What a commitment measures. */
public enum Metric {
    /** From raised to acknowledged. */
    RESPONSE,
    /** From raised to resolved. */
    RESOLUTION
}
