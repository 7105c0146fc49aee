package org.relevo.escalation;

import java.time.Instant;
import java.util.List;
import org.relevo.workitem.WorkItemNumber;

/** Who was told about which commitment, and who has acknowledged. */
public interface Escalations {

    /** The escalations of a case, oldest first. */
    List<Escalation> of(WorkItemNumber number);

    /** Ends whatever escalates on a case: nothing further is sent, and mail not yet sent is withdrawn. */
    void end(WorkItemNumber number, Instant at, String reason);
}
