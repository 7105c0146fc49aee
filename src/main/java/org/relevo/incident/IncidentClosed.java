package org.relevo.incident;

import java.time.Instant;
import org.relevo.workitem.WorkItemNumber;

/** A resolved incident was closed: somebody confirmed it, or its quiet time is over. */
public record IncidentClosed(WorkItemNumber workItem, String by, Instant at) {}
