package org.relevo.incident;

import java.time.Instant;
import org.relevo.workitem.WorkItemNumber;

/**
 * A resolved incident was closed.
 *
 * @param confirmed whether somebody said that the service works; otherwise its quiet time is over
 */
public record IncidentClosed(WorkItemNumber workItem, String by, boolean confirmed, Instant at) {}
