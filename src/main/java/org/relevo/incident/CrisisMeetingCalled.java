package org.relevo.incident;

import java.time.Instant;
import org.relevo.workitem.WorkItemNumber;

/** The process of a case asks that those concerned meet. */
public record CrisisMeetingCalled(WorkItemNumber workItem, Instant at) {}
