package org.relevo.incident;

import java.time.Instant;
import java.util.Optional;
import org.relevo.people.Actor;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;

/** What follows a resolution: somebody confirms it, a quiet time passes, or the incident is opened again. */
public interface Closure {

    /**
     * Where a resolved or closed incident stands.
     *
     * @param quietUntil when it closes by itself
     * @param reopenUntil until when it can be opened again
     * @param because the rule's reason
     */
    record Standing(Instant resolvedAt, Instant quietUntil, Instant reopenUntil, String because) {}

    Optional<Standing> of(WorkItemNumber number);

    /** Closes a resolved incident; only who raised it, or a service manager, may say that it is. */
    WorkItem confirm(WorkItemNumber number, Actor by);

    /**
     * Opens a resolved or closed incident again.
     *
     * @param worked whether the service worked in between: then the time since the resolution stands in the ledger as a hold;
     *     otherwise it counts, as the service was never restored
     */
    WorkItem reopen(WorkItemNumber number, boolean worked, String because, Actor by);
}
