package org.relevo.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relevo.workitem.WorkItemNumber;

/**
 * A project has an issue.
 *
 * @param project the project's key
 * @param risk the risk that it was, if it was one
 */
public record IssueRaised(
        String project, WorkItemNumber number, @Nullable Long risk, String title, Instant at) {}
