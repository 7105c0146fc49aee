package org.relevo.incident;

import java.time.Instant;
import org.relevo.workitem.WorkItemNumber;

/** Somebody took an incident on. */
public record IncidentAcknowledged(WorkItemNumber workItem, String by, Instant at) {}
