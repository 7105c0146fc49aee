package org.relevo.incident;

import java.time.Instant;
import org.relevo.workitem.WorkItemNumber;

/**
 * A crisis meeting was ended in the crisis room.
 *
 * @param another whether those concerned have agreed to meet again
 */
public record CrisisMeetingEnded(WorkItemNumber workItem, boolean another, Instant at) {}
