package org.relevo.rules;

import java.util.Locale;

/** The rating of an impact or of an urgency. */
public enum Rating {
    HIGH,
    MEDIUM,
    LOW;

    /** The word that tables and sentences use: {@code high}, {@code medium}, {@code low}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
