package org.relevo.escalation;

import java.time.Instant;
import org.relevo.workitem.WorkItemNumber;

/**
 * Somebody who was told about a case has taken it on.
 *
 * @param by username
 */
public record EscalationAcknowledged(WorkItemNumber workItem, String by, Instant at) {}
