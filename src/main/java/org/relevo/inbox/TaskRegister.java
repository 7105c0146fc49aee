package org.relevo.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relevo.workitem.WorkItemNumber;

/** Where the engine tells the inbox which tasks there are; in the engine's transaction. */
public interface TaskRegister {

    /**
     * A task was created.
     *
     * @param supportGroup whether members of the case's team may claim it
     * @param role name of the role whose holders may claim it
     */
    void opened(
            String id,
            String key,
            String name,
            WorkItemNumber workItem,
            boolean supportGroup,
            @Nullable String role,
            Instant at);

    /** A task ended without having been completed, because its process went another way. */
    void withdrawn(String id, Instant at);

    /** A task was claimed by whoever had the one whose place it takes. */
    void claimed(String id, String username, Instant at);
}
