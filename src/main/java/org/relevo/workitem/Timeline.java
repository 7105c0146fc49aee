package org.relevo.workitem;

import java.util.List;

/** What happened to a case. Nothing in it is ever changed or removed. */
public interface Timeline {

    void append(WorkItemNumber number, TimelineEvent... events);

    /** All events of a case, oldest first. */
    List<TimelineEvent> of(WorkItemNumber number);
}
