package org.relevo.workitem;

import java.time.Instant;

/**
 * How one case belongs to another.
 *
 * @param by username of the one who linked them
 */
public record WorkItemLink(WorkItemNumber from, WorkItemNumber to, Kind kind, Instant at, String by, String because) {

    /** Reads as a sentence: from, kind, to. */
    public enum Kind {
        DUPLICATE_OF
    }
}
