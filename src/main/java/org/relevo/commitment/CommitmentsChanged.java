package org.relevo.commitment;

import org.relevo.workitem.WorkItemNumber;

/** What a case still owes, or when, is no longer what it was. */
public record CommitmentsChanged(WorkItemNumber workItem) {}
