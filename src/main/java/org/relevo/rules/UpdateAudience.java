package org.relevo.rules;

import java.util.Locale;

/** Those who wait for news of an incident. */
public enum UpdateAudience {
    USERS,
    MANAGEMENT,
    CUSTOMERS,
    SUPPLIERS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
