package org.relevo.rca;

import java.util.OptionalInt;
import org.relevo.incident.Impacts;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;

/** How many people could not work because of an incident; empty where nobody has said so. */
@Component
class UsersAffected {

    private final Impacts impacts;

    UsersAffected(Impacts impacts) {
        this.impacts = impacts;
    }

    OptionalInt of(WorkItemNumber incident) {
        var users = impacts.of(incident).users();
        return users == null ? OptionalInt.empty() : OptionalInt.of(users);
    }
}
