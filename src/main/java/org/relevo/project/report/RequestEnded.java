package org.relevo.project.report;

import org.relevo.workitem.WorkItemNumber;

/** A request for a report was answered, declined or withdrawn. */
public record RequestEnded(WorkItemNumber number, ReportRequest.State state) {}
