package org.relevo.workitem;

import org.jspecify.annotations.Nullable;
import org.relevo.rules.Priority;

/**
 * Which cases are looked for; what is null does not narrow the search.
 *
 * @param open true for open cases only, false for ended ones only
 * @param text words that stand in number or title
 */
public record Filter(
        @Nullable WorkItemType type,
        @Nullable State state,
        @Nullable Priority priority,
        @Nullable String service,
        @Nullable Boolean open,
        @Nullable String text) {}
