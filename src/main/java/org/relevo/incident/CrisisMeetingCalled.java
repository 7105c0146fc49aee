package org.relevo.incident;

import java.time.Instant;
import org.relevo.workitem.WorkItemNumber;

/** The process of an incident calls for a crisis meeting. */
public record CrisisMeetingCalled(WorkItemNumber workItem, Instant at) {}
