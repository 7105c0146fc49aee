package org.relevo.rules;

import java.util.Locale;

/** What is rated about a case. */
public enum Aspect {
    IMPACT,
    URGENCY;

    /** The word that tables and reasons use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
