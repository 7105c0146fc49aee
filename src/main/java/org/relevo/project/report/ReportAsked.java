package org.relevo.project.report;

import org.jspecify.annotations.Nullable;
import org.relevo.workitem.WorkItemNumber;

/**
 * Management asked for a report.
 *
 * @param lead username of the project manager, if there is one
 */
public record ReportAsked(WorkItemNumber number, @Nullable String lead) {}
