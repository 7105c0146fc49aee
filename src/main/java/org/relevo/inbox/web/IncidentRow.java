package org.relevo.inbox.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitment;
import org.relevo.workitem.WorkItem;

/** An incident in the list, with the running commitment that falls due first. */
record IncidentRow(WorkItem item, @Nullable Commitment commitment, String service, String team) {

    public boolean late(Instant now) {
        return commitment != null && commitment.usedShare(now) >= 1;
    }
}
