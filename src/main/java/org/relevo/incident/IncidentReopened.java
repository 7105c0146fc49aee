package org.relevo.incident;

import java.time.Instant;
import org.relevo.workitem.WorkItem;

/** An incident that was resolved is open again. */
public record IncidentReopened(WorkItem incident, String by, Instant at) {}
