package org.relevo.project.status;

import org.relevo.workitem.WorkItemNumber;

/**
 * The author of a status is asked why it is better than its figures.
 *
 * @param number the project's case
 * @param author username
 */
public record StatusQuestioned(WorkItemNumber number, long contradiction, String author) {}
