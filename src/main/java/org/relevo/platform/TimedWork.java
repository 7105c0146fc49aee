package org.relevo.platform;

import java.time.Instant;
import java.util.Optional;

/** What a module does at set times by scheduled executions, and how the watchdog sees to it that it is done. */
public interface TimedWork {

    /** In the messages {@code watchdog.work.<kind>}. */
    String kind();

    /** Its table. */
    TimedRows rows();

    /**
     * Does overdue work by the same path as its scheduled execution, and schedules what comes next. In the caller's
     * transaction; work that somebody else holds at the moment, or that was done meanwhile, is left to them.
     *
     * @return the work as it was, where it was done here
     */
    Optional<Overdue> rescue(long id, Instant dueBefore);

    /** Schedules the execution of one piece of work when it is due. In the caller's transaction. */
    void rearm(long id);

    /** A piece of work that is late. */
    record Overdue(long id, String workItem, Instant dueAt) {}
}
