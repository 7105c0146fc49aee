package org.relevo.inbox.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitment;
import org.relevo.inbox.InboxItem;
import org.relevo.workitem.WorkItem;

/**
 * A task with what people want to see beside it.
 *
 * @param commitment the running commitment of its case with the least time left
 * @param whose the team or the role whose members may do it
 * @param assignee name of the one who has claimed it
 */
record TaskRow(
        InboxItem task,
        @Nullable WorkItem workItem,
        @Nullable Commitment commitment,
        String whose,
        String assignee) {

    public boolean late(Instant now) {
        return commitment != null && commitment.usedShare(now) >= 1;
    }

    public boolean open() {
        return task.endedAt() == null;
    }

    public boolean claimedBy(String username) {
        return username.equals(task.assignee());
    }
}
