package org.relevo.handover.lineage;

import java.time.Clock;
import java.util.List;
import org.relevo.handover.Handover;
import org.relevo.handover.Handovers;
import org.relevo.people.Actor;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people say about what the rules proposed. */
@Component
public class Traces {

    private static final int LONGEST = 1_000;

    private final TraceRows rows;
    private final Lines lines;
    private final Handovers handovers;
    private final DebtReporting reporting;
    private final Timeline timeline;
    private final Audit audit;
    private final Clock clock;

    Traces(
            TraceRows rows,
            Lines lines,
            Handovers handovers,
            DebtReporting reporting,
            Timeline timeline,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.lines = lines;
        this.handovers = handovers;
        this.reporting = reporting;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** What waits for somebody first, then the newest incidents. */
    public List<Trace> of(WorkItemNumber number, int most) {
        return rows.of(number, most);
    }

    public long count(WorkItemNumber number) {
        return rows.count(number);
    }

    /** What an incident may be compared with. */
    public List<Cause> causes(WorkItemNumber number) {
        return lines.causes(handovers.get(number));
    }

    /** Whether somebody may confirm and reject. */
    public boolean decidedBy(WorkItemNumber number, Actor who) {
        return lines.decides(handovers.get(number), who);
    }

    /** Confirms what is proposed, or what was rejected or withdrawn before. */
    @Transactional
    public Trace confirm(WorkItemNumber number, long id, String reason, Actor by) {
        return decide(number, id, Trace.Status.CONFIRMED, "confirmed", reason, by);
    }

    @Transactional
    public Trace reject(WorkItemNumber number, long id, String reason, Actor by) {
        return decide(number, id, Trace.Status.REJECTED, "rejected", reason, by);
    }

    /** Takes back what was confirmed. */
    @Transactional
    public Trace withdraw(WorkItemNumber number, long id, String reason, Actor by) {
        return decide(number, id, Trace.Status.WITHDRAWN, "withdrawn", reason, by);
    }

    private Trace decide(WorkItemNumber number, long id, Trace.Status status, String verb, String reason, Actor by) {
        var handover = lines.deciding(number, by);
        var trace = rows.find(id)
                .filter(one -> one.number().equals(number))
                .orElseThrow(() -> new Refusal.NotFound("%s has no such trace.".formatted(number)));
        if (trace.status() == status) {
            // clicked twice
            return trace;
        }
        var from = status == Trace.Status.WITHDRAWN ? Trace.Status.CONFIRMED : Trace.Status.PROPOSED;
        if (trace.status() != from && !(status == Trace.Status.CONFIRMED)) {
            throw new Refusal.Conflict("That %s traces to %s is %s and cannot be %s."
                    .formatted(trace.incident(), number, trace.status().word(), verb));
        }
        var why = said(reason);
        rows.decided(id, status, by.name(), clock.instant(), why);
        tell(handover, trace, status, verb, by, why);
        if (status != Trace.Status.REJECTED) {
            reporting.changed(handover);
        }
        return rows.find(id).orElseThrow();
    }

    private static String said(String reason) {
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            throw new Refusal.Invalid("reason", "Say it in 1 to %,d characters.".formatted(LONGEST));
        }
        return why;
    }

    private void tell(Handover handover, Trace trace, Trace.Status status, String verb, Actor by, String why) {
        var kind = "TRACE_" + status;
        var now = clock.instant();
        timeline.append(
                handover.number(),
                new TimelineEvent(
                        now, kind, "%s %s: %s".formatted(trace.incident(), verb, trace.cause()), by.name(), why));
        timeline.append(
                trace.incident(),
                new TimelineEvent(
                        now,
                        kind,
                        "That it traces to handover %s is %s: %s".formatted(handover.number(), verb, trace.cause()),
                        by.name(),
                        why));
        audit.record(by.name(), "trace " + verb, handover.number().value(), trace.incident() + ": " + why);
    }
}
