package org.relevo.escalation;

import java.util.List;
import org.relevo.workitem.WorkItemNumber;

/** Says who has a role in the undertaking that a case belongs to. Whoever keeps such roles offers one. */
public interface RoleHolders {

    /**
     * Usernames; empty where the case is of no such undertaking, or nobody has the role.
     *
     * @param role {@code PROJECT_MANAGER}, {@code PROJECT_SPONSOR} or the name of a role
     */
    List<String> of(WorkItemNumber number, String role);
}
