package org.relevo.rca;

/** A line of one version beside another: kept, added or removed. */
public record DiffLine(Kind kind, String text) {

    public enum Kind {
        KEPT,
        ADDED,
        REMOVED
    }
}
