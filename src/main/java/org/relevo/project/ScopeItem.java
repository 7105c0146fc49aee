package org.relevo.project;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something that a project is to deliver.
 *
 * @param weight how much of the scope it is, beside the other items
 */
public record ScopeItem(
        long id,
        String project,
        @Nullable Long stage,
        @Nullable Long milestone,
        Kind kind,
        String name,
        String description,
        BigDecimal weight,
        State state,
        @Nullable String owner) {

    public enum Kind {
        DELIVERABLE,
        SCOPE
    }

    public enum State {
        PLANNED,
        DELIVERED,
        ACCEPTED,
        /** Given up. */
        REMOVED
    }
}
