package org.relevo.incident;

import org.relevo.workitem.WorkItemNumber;

/** It is known anew how far an incident reaches: whom and what it affects, or which others are duplicates of it. */
public record IncidentExtentChanged(WorkItemNumber workItem) {}
