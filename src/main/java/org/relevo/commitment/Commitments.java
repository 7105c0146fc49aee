package org.relevo.commitment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.relevo.rules.Metric;
import org.relevo.rules.OpenCommitment;
import org.relevo.workitem.WorkItemNumber;

/** The targets of all cases. */
public interface Commitments {

    /** Opens commitments that rules decided, and schedules their first checkpoints in the same transaction. */
    void open(WorkItemNumber number, List<OpenCommitment> decided, Instant from);

    /** Ends a running commitment of that metric as met, if there is one; one already breached stays breached. */
    void meet(WorkItemNumber number, Metric metric, Instant at);

    /** Ends whatever still runs, because the case no longer needs it. */
    void cancel(WorkItemNumber number, Instant at);

    /** The commitments of a case, in the order in which they fall due. */
    List<Commitment> of(WorkItemNumber number);

    /** The commitments of several cases at once. */
    Map<WorkItemNumber, List<Commitment>> of(Collection<WorkItemNumber> numbers);
}
