package org.relevo.incident.communication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitment;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.rules.DemandUpdate;
import org.relevo.workitem.WorkItem;

/**
 * All that is known of the communication on one incident.
 *
 * @param next the next update that is owed
 * @param nextBy by when, where that is known
 * @param drafts one for each audience that is told of it
 * @param history the updates sent, newest first
 */
public record Communication(
        WorkItem item,
        @Nullable Commitment next,
        @Nullable Instant nextBy,
        List<Line> plan,
        List<Draft> drafts,
        List<Sent> history) {

    /**
     * One audience of the incident's service.
     *
     * @param demand what the communication plan says of it; null where it says nothing
     * @param recipients how many get mail
     * @param lastAt when it was last told
     */
    public record Line(
            ServiceAudience audience,
            @Nullable DemandUpdate demand,
            int recipients,
            boolean onStatusPage,
            @Nullable Instant lastAt) {}

    /** Whether this actor may see who gets updates: addresses outside are nobody's business but theirs. */
    public static boolean showsRecipients(Actor by) {
        return Updates.mayWrite(by) || by.has(Role.ADMIN);
    }

    /** The number of the last update; 0 before the first. */
    public int follows() {
        return history.isEmpty() ? 0 : history.get(0).update().number();
    }
}
