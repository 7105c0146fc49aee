package org.relevo.project.status;

import org.relevo.workitem.WorkItemNumber;

/** A declared status and the computed one agree again, or its author has explained why they do not. */
public record StatusSettled(WorkItemNumber number, long contradiction) {}
