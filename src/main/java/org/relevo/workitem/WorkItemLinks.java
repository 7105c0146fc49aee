package org.relevo.workitem;

import java.util.List;

/** How cases belong together. */
public interface WorkItemLinks {

    /** Keeps others from linking cases until this transaction ends; whoever links calls it before anything is locked. */
    void alone();

    void add(WorkItemLink link);

    void remove(WorkItemLink link);

    /** What a case is linked to, in the order of its links. */
    List<WorkItemLink> from(WorkItemNumber number, WorkItemLink.Kind kind);

    /** What is linked to a case, in the order of the links. */
    List<WorkItemLink> to(WorkItemNumber number, WorkItemLink.Kind kind);
}
