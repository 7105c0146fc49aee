package org.relevo.rca;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitments;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.rca.RcaEvents.RcaSkipAsked;
import org.relevo.rca.RcaEvents.RcaSkipRefused;
import org.relevo.rca.RcaEvents.RcaSkipped;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Leaving an analysis out: one asks with a reason, another agrees or does not. In the caller's transaction. */
@Component
class SkipDesk {

    private final RcaReading reading;
    private final RcaRows rows;
    private final WorkItems workItems;
    private final Timeline timeline;
    private final Commitments commitments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SkipDesk(
            RcaReading reading,
            RcaRows rows,
            WorkItems workItems,
            Timeline timeline,
            Commitments commitments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reading = reading;
        this.rows = rows;
        this.workItems = workItems;
        this.timeline = timeline;
        this.commitments = commitments;
        this.events = events;
        this.clock = clock;
    }

    Rca ask(WorkItemNumber number, String reason, Actor by) {
        reading.locked(number);
        var rca = reading.get(number);
        if (!rca.status().inWork() || rca.skipAsked()) {
            throw new Refusal.Conflict(
                    rca.skipAsked()
                            ? "Somebody has asked already to leave %s out. Wait for the answer.".formatted(number)
                            : "%s is %s and can no longer be left out.".formatted(number, Spoken.of(rca.status())));
        }
        rows.skip(number, by.name(), reason);
        tell(number, "RCA_SKIP_ASKED", "Asked to leave it out", by, reason);
        events.publishEvent(new RcaSkipAsked(number));
        return reading.get(number);
    }

    Rca agree(WorkItemNumber number, Actor by) {
        requireAnother(number, by);
        rows.skipped(number, by.name());
        var now = clock.instant();
        workItems.save(reading.item(number).moved(State.CLOSED, now));
        commitments.cancel(number, now);
        tell(number, "RCA_SKIPPED", "Left out, as two people agreed", by, null);
        events.publishEvent(new RcaSkipped(number));
        return reading.get(number);
    }

    Rca refuse(WorkItemNumber number, String reason, Actor by) {
        requireAnother(number, by);
        rows.skip(number, null, null);
        tell(number, "RCA_SKIP_REFUSED", "It is not left out", by, reason);
        events.publishEvent(new RcaSkipRefused(number));
        return reading.get(number);
    }

    private void requireAnother(WorkItemNumber number, Actor by) {
        reading.locked(number);
        var rca = reading.get(number);
        var skip = rca.skip();
        if (skip == null || !rca.skipAsked()) {
            throw new Refusal.Conflict("Nobody asks to leave %s out. Reload the page.".formatted(number));
        }
        if (skip.askedBy().equals(by.name())) {
            throw new Refusal.Conflict(
                    "You asked to leave %s out yourself. Somebody else has to answer.".formatted(number));
        }
    }

    private void tell(WorkItemNumber number, String kind, String text, Actor by, @Nullable String reason) {
        timeline.append(number, new TimelineEvent(clock.instant(), kind, text, by.name(), reason));
    }
}
