package org.relevo.workitem;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened to a case. Nothing in it is ever changed or removed. */
public interface Timeline {

    void append(WorkItemNumber number, TimelineEvent... events);

    /** When a person last did something on a case; what Relevo and tools do does not count. */
    Optional<Instant> lastByPerson(WorkItemNumber number);

    /** All events of a case, oldest first. */
    List<TimelineEvent> of(WorkItemNumber number);
}
