package org.relevo.rules;

import java.util.Locale;

/** How a project stands, from good to bad. */
public enum Colour {
    GREEN,
    AMBER,
    RED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Colour worse(Colour other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
