package org.relevo.incident.communication;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.DemandUpdate;
import org.relevo.rules.UpdateAudience;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;

/**
 * What a draft is made from.
 *
 * @param sent the updates before it, oldest first
 * @param zone in which it says times
 */
record Matter(
        WorkItem item,
        List<Update> sent,
        List<TimelineEvent> events,
        List<DemandUpdate> demands,
        ZoneId zone,
        Instant now) {

    @Nullable
    DemandUpdate demandOf(UpdateAudience audience) {
        return demands.stream()
                .filter(one -> one.audience() == audience)
                .findFirst()
                .orElse(null);
    }

    /** What an audience heard last: whoever was left out since then has missed what others know. */
    @Nullable
    Update lastTo(UpdateAudience audience) {
        return sent.stream()
                .filter(one -> one.texts().stream().anyMatch(text -> text.audience() == audience))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** Events since an update, or all of them; the instant of the update itself belongs to it. */
    List<TimelineEvent> newsSince(@Nullable Update last) {
        return events.stream()
                .filter(event -> last == null || event.at().isAfter(last.at()))
                .toList();
    }
}
