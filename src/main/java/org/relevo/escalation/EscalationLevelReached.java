package org.relevo.escalation;

import java.time.Instant;
import org.relevo.workitem.WorkItemNumber;

/**
 * An escalation has reached a level at which more happens than telling people.
 *
 * @param task what the escalation process does, such as {@code take-charge}
 */
public record EscalationLevelReached(long escalation, WorkItemNumber workItem, int level, String task, Instant at) {}
