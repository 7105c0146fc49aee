package org.relevo.inbox;

import java.util.Optional;
import java.util.Set;
import org.relevo.workitem.WorkItemNumber;

<<<<<<< HEAD
/** The process of a case as a picture. */
public interface Diagrams {

    /** Empty where a case has no process, as an imported one. */
    Optional<Diagram> of(WorkItemNumber number);

    /**
     * @param xml the process definition that the case runs, in BPMN
     * @param active ids of the elements that wait now
     * @param completed ids of the elements that have ended
     * @param taken ids of the sequence flows that were taken
=======
/** Where the process of a case stands, as a picture shows it. */
public interface Diagrams {

    Optional<Diagram> of(WorkItemNumber number);

    /**
     * @param xml the BPMN model with its layout
     * @param active ids of the elements that hold a token now
     * @param completed ids of the elements that a token has left
     * @param taken ids of the sequence flows that a token went along
>>>>>>> main
     */
    record Diagram(String xml, Set<String> active, Set<String> completed, Set<String> taken) {}
}
