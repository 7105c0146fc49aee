package org.relevo.inbox.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.Audience;
import org.relevo.rules.Metric;

/**
 * What happens at an instant that is still ahead, if nobody does anything before.
 *
 * @param at when; now where it is being done
 * @param percent the share of the target that is used then; null where a level follows another after a while
 * @param told whom the escalation tells
 * @param task what the escalation process does beyond telling; null for nothing
 */
record Ahead(
        Instant at,
        Metric metric,
        @Nullable Integer percent,
        List<Audience> told,
        @Nullable String task) {

    public boolean missed() {
        return percent != null && percent >= 100;
    }
}
