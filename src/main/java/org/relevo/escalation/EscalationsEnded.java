package org.relevo.escalation;

import java.time.Instant;
import org.relevo.workitem.WorkItemNumber;

/** Nothing escalates on a case any more: whatever its escalations asked for is no longer needed. */
public record EscalationsEnded(WorkItemNumber workItem, Instant at) {}
