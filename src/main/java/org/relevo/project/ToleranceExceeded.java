package org.relevo.project;

import java.time.Instant;
import org.relevo.workitem.WorkItemNumber;

/**
 * A project is, or is forecast to be, beyond a tolerance. Said once, when it begins to be so.
 *
 * @param project the project's key
 * @param number the project's case
 * @param tolerance the tolerance's id
 * @param forecast whether it only will be so
 * @param level who set the tolerance and decides: {@code TABLE} (the project manager's own) or {@code SPONSOR}
 * @param because what was promised, what is allowed and what is forecast, as a sentence
 */
public record ToleranceExceeded(
        String project,
        WorkItemNumber number,
        long tolerance,
        Outlook outlook,
        boolean forecast,
        String level,
        String because,
        Instant at) {}
