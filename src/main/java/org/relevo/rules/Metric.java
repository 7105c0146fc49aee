package org.relevo.rules;

import java.util.Locale;

/** What a commitment measures. */
public enum Metric {
    /** From raised to acknowledged. */
    RESPONSE,
    /** From raised to resolved. */
    RESOLUTION;

    /** The word that sentences and reasons use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
