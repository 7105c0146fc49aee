package org.relevo.incident.communication;

import java.util.Arrays;
import java.util.Optional;
import org.relevo.rules.UpdateTemplate;
import org.relevo.workitem.TimelineEvent;

/** What of a timeline those who wait for news want to hear of. Whoever did it is nobody's business but ours. */
enum PublicEvent {
    ACKNOWLEDGED(false),
    WORKAROUND_DEPLOYED(false),
    WORKAROUND_WITHDRAWN(false),
    MEETING_ENDED(true),
    RESOLVED(false),
    REOPENED(false);

    private final boolean inside;

    PublicEvent(boolean inside) {
        this.inside = inside;
    }

    static Optional<PublicEvent> of(TimelineEvent event, UpdateTemplate template) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(event.kind()))
                .filter(one -> !one.inside || template != UpdateTemplate.BRIEF)
                .findFirst();
    }

    /** What was said of it after the colon: {@code Resolved: switch replaced} says {@code switch replaced}. */
    static String said(TimelineEvent event) {
        var colon = event.text().indexOf(": ");
        return colon < 0 ? "" : event.text().substring(colon + 2).strip();
    }
}
