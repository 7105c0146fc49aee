package org.relevo.watchdog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.relevo.platform.DatabaseClock;
import org.relevo.platform.TimedWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what was due and nobody has done for ten seconds by the database's clock, and counts each as a fault. What merely waits
 * for its turn, while the scheduler gets on with others, is left to it: taking its work would not make that go faster.
 */
@Component
class Rescue {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(Rescue.class);
    private static final int AT_ONCE = 1_000;

    private final List<TimedWork> works;
    private final DatabaseClock database;
    private final Faults faults;
    private final ThisNode node;
    private final Pace pace;
    private final TransactionTemplate transaction;

    Rescue(
            List<TimedWork> works,
            DatabaseClock database,
            Faults faults,
            ThisNode node,
            Pace pace,
            TransactionTemplate transaction) {
        this.works = works;
        this.database = database;
        this.faults = faults;
        this.node = node;
        this.pace = pace;
        this.transaction = transaction;
    }

    /**
     * @param overdue how much was overdue
     * @param rescued how much of it was done here
     */
    record Round(long overdue, int rescued) {}

    Round look() {
        pace.tell();
        var dueBefore = database.instant().minus(PATIENCE);
        var overdue = 0L;
        var rescued = 0;
        for (var work : works) {
            var busy = pace.movesSince(work.rows().task(), dueBefore);
            var late = busy
                    ? work.rows().neglectedBefore(dueBefore, AT_ONCE)
                    : work.rows().dueBefore(dueBefore, AT_ONCE);
            overdue += late.size() + (busy ? work.rows().waitingSince(dueBefore) : 0);
            rescued += (int) late.stream()
                    // A node that stops leaves the rest to the others, or to its next start.
                    .takeWhile(one -> !Thread.currentThread().isInterrupted())
                    .filter(one -> rescue(work, one.id(), dueBefore))
                    .count();
        }
        return new Round(overdue, rescued);
    }

    /** Each in a transaction of its own: one that cannot be done keeps no other from being done. */
    private boolean rescue(TimedWork work, long id, Instant dueBefore) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status ->
                    work.rescue(id, dueBefore).map(late -> count(work, late)).isPresent()));
        } catch (RuntimeException e) {
            log.error("The watchdog could not do the overdue {} {}", work.kind(), id, e);
            return false;
        }
    }

    private Fault count(TimedWork work, TimedWork.Overdue late) {
        var now = database.instant();
        var by = Duration.between(late.dueAt(), now);
        var fault = new Fault(now, work.kind(), late.id(), late.workItem(), late.dueAt(), by, node.name());
        faults.add(fault);
        log.warn(
                "The {} {} of {} was {} s overdue; the watchdog has done it",
                work.kind(),
                late.id(),
                late.workItem(),
                by.toSeconds());
        return fault;
    }
}
