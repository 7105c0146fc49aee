package org.relevo.inbox;

import java.util.Optional;
import java.util.Set;
import org.relevo.workitem.WorkItemNumber;

/** Where the process of a case stands, as a picture shows it. */
public interface Diagrams {

    Optional<Diagram> of(WorkItemNumber number);

    /**
     * @param xml the BPMN model with its layout
     * @param active ids of the elements that hold a token now
     * @param completed ids of the elements that a token has left
     * @param taken ids of the sequence flows that a token went along
     */
    record Diagram(String xml, Set<String> active, Set<String> completed, Set<String> taken) {}
}
