package org.relevo.incident;

import java.time.Instant;
import org.relevo.workitem.WorkItemNumber;

/** The service works again. */
public record IncidentResolved(WorkItemNumber workItem, String by, Instant at) {}
