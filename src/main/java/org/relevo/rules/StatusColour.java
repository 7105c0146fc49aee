package org.relevo.rules;

/** How a project stands, the best first. */
public enum StatusColour {
    GREEN,
    AMBER,
    RED;

    public boolean betterThan(StatusColour other) {
        return compareTo(other) < 0;
    }
}
