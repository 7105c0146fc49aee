package org.relevo.incident;

import java.util.List;
import java.util.Optional;
import org.relevo.people.Actor;
import org.relevo.workitem.WorkItemLink;
import org.relevo.workitem.WorkItemNumber;

/**
 * Incidents that are one and the same: a child follows its parent. What it owes stands still, nobody is told about it,
 * and when its parent is resolved, so is it. Alerts that join it are still noted on it.
 */
public interface Duplicates {

    /** Marks an open incident as a duplicate of another open one. Doing it again changes nothing. */
    void mark(WorkItemNumber child, WorkItemNumber parent, String because, Actor by);

    /** Lets an incident stand by itself again: its clocks go on. Where it follows none, nothing changes. */
    void undo(WorkItemNumber child, Actor by);

    /** What an incident is a duplicate of. */
    Optional<WorkItemLink> parentOf(WorkItemNumber child);

    /** Its duplicates, in the order in which they were marked. */
    List<WorkItemLink> childrenOf(WorkItemNumber parent);
}
