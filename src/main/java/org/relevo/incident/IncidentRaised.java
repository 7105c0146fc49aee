package org.relevo.incident;

import org.relevo.workitem.WorkItem;

/** An incident was raised and decided; whatever happens in answer belongs to the same transaction. */
public record IncidentRaised(WorkItem incident) {}
