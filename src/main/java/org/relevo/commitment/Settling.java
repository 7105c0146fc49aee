package org.relevo.commitment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relevo.workitem.WorkItem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Settles what follows from a change of a running commitment: its state, its cycle, its checkpoints. */
@Component
class Settling {

    private final CommitmentRows rows;
    private final CheckpointDesk desk;
    private final CheckpointSchedule schedule;
    private final ApplicationEventPublisher events;

    Settling(CommitmentRows rows, CheckpointDesk desk, CheckpointSchedule schedule, ApplicationEventPublisher events) {
        this.rows = rows;
        this.desk = desk;
        this.schedule = schedule;
        this.events = events;
    }

    /** What of a commitment was changed. */
    enum Touched {
        /** What it is measured by or at: only what it passes thereby is looked at. */
        MEASURE,
        /** What it had passed is looked at once more, and told once more: it is another promise now. */
        TARGET,
        /** What it had passed is looked at once more; whoever was told of it is not told again. */
        TIME
    }

    /** Writes a commitment that was changed, moves its next checkpoint, and looks at it anew. */
    void settle(Commitment changed, WorkItem item, Instant now, Touched what, String because) {
        var held = changed.hold(now).isPresent();
        var told = what == Touched.TIME || changed.state() == Commitment.Status.HELD;
        var behind = Checkpoints.behind(changed, now);
        var again = what != Touched.MEASURE || behind < changed.passed();
        var next = again
                ? Changes.standing(
                        changed,
                        held ? Commitment.Status.HELD : standing(changed, behind),
                        held ? changed.passed() : Math.min(behind, changed.passed()),
                        changed.cycle() + 1)
                : changed;
        events.publishEvent(new CommitmentChanged(next, again, because, now));
        var nextAt = held ? CheckpointDesk.endOfHold(next, now) : look(next, item, now, again, told);
        if (held) {
            rows.save(next, nextAt, now);
        }
        schedule.move(next, item, nextAt);
        events.publishEvent(new CommitmentsChanged(item.number()));
    }

    private @Nullable Instant look(Commitment c, WorkItem item, Instant now, boolean again, boolean told) {
        if (again) {
            return desk.evaluate(c, item, now, told);
        }
        rows.save(c, Checkpoints.nextAfter(c, c.passed(), now), now);
        return desk.handle(c, item, now);
    }

    private static Commitment.Status standing(Commitment c, int behind) {
        var breached =
                c.state() == Commitment.Status.BREACHED || (c.state() == Commitment.Status.HELD && c.passed() >= 100);
        return breached && behind >= 100 ? Commitment.Status.BREACHED : Commitment.Status.RUNNING;
    }
}
