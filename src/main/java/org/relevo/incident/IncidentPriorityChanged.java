package org.relevo.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.Priority;
import org.relevo.workitem.WorkItem;

/**
 * An open incident has another priority than before; whatever happens in answer belongs to the same transaction.
 *
 * @param before its priority until now
 * @param incident as it stands now
 */
public record IncidentPriorityChanged(@Nullable Priority before, WorkItem incident, String by, Instant at) {

    public boolean promoted() {
        return before != Priority.P1 && incident.priority() == Priority.P1;
    }

    public boolean demoted() {
        return before == Priority.P1 && incident.priority() != Priority.P1;
    }
}
