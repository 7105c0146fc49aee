package org.relevo.workitem;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** All cases. */
public interface WorkItems {

    /** The next free number of a type; numbers are never used twice, though one may be left out. */
    WorkItemNumber nextNumber(WorkItemType type);

    void add(WorkItem item);

    /** Writes what has changed of a case that was read {@linkplain #locked locked} in this transaction. */
    void save(WorkItem item);

    Optional<WorkItem> find(WorkItemNumber number);

    /** Reads a case and keeps others from changing it until this transaction ends. */
    Optional<WorkItem> locked(WorkItemNumber number);

    /** Reads those cases that nobody else has locked, and keeps others from changing them until this transaction ends. */
    Map<WorkItemNumber, WorkItem> free(Collection<WorkItemNumber> numbers);

    /** One page of the cases that match, the newest first. */
    Page find(Filter filter, int page, int size);
}
