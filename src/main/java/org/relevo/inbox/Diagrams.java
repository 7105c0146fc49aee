package org.relevo.inbox;

import java.util.Optional;
import java.util.Set;
import org.relevo.workitem.WorkItemNumber;

/** The process of a case as a picture. */
public interface Diagrams {

    /** Empty where a case has no process, as an imported one. */
    Optional<Diagram> of(WorkItemNumber number);

    /**
     * @param xml the process definition that the case runs, in BPMN
     * @param active ids of the elements that wait now
     * @param completed ids of the elements that have ended
     * @param taken ids of the sequence flows that were taken
     */
    record Diagram(String xml, Set<String> active, Set<String> completed, Set<String> taken) {}
}
