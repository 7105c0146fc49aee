package org.relevo.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relevo.workitem.WorkItemNumber;

/**
 * A task as people look for it.
 *
 * @param key the task's element in the process
 * @param team key of the team whose members may claim it
 * @param role name of the role whose holders may claim it
 * @param assignee username of the one who has claimed it
 * @param outcome how it ended: {@code COMPLETED} or {@code WITHDRAWN}
 */
public record InboxItem(
        String id,
        String key,
        String name,
        WorkItemNumber workItem,
        @Nullable String team,
        @Nullable String role,
        @Nullable String assignee,
        Instant createdAt,
        @Nullable Instant claimedAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String outcome) {}
