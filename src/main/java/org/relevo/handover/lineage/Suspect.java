package org.relevo.handover.lineage;

import java.time.Instant;
import java.util.List;
import org.relevo.workitem.WorkItemNumber;

/**
 * An incident of a service that was handed over.
 *
 * @param labels of its alerts, as {@code name=value}
 */
record Suspect(WorkItemNumber number, String title, Instant raisedAt, List<String> labels) {}
