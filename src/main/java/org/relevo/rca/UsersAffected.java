package org.relevo.rca;

import java.util.OptionalInt;
import org.relevo.incident.Impacts;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemType;
import org.springframework.stereotype.Component;

/** How many people could not work because of a case; empty where nobody has said so, and for what is no incident. */
@Component
class UsersAffected {

    private final Impacts impacts;

    UsersAffected(Impacts impacts) {
        this.impacts = impacts;
    }

    OptionalInt of(WorkItem ended) {
        if (ended.type() != WorkItemType.INCIDENT) {
            return OptionalInt.empty();
        }
        var users = impacts.of(ended.number()).users();
        return users == null ? OptionalInt.empty() : OptionalInt.of(users);
    }
}
