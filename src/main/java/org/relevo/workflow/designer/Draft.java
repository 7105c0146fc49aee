package org.relevo.workflow.designer;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A process that somebody is changing.
 *
 * @param version counts every time it was saved
 * @param basedOn the deployed version that it began from
 * @param reason why it is to be deployed, as its author said
 * @param decidedBy who approved it or returned it
 */
public record Draft(
        long id,
        String processKey,
        String name,
        @Nullable Integer basedOn,
        State state,
        int version,
        @Nullable String reason,
        @Nullable String submittedBy,
        @Nullable String decidedBy,
        @Nullable String decision,
        @Nullable String lockedBy,
        @Nullable Instant lockedAt,
        String changedBy,
        Instant changedAt) {

    /** A lock that its holder has left behind binds nobody any more. */
    static final Duration LOCK = Duration.ofMinutes(30);

    public enum State {
        DRAFT,
        SUBMITTED,
        APPROVED,
        DEPLOYED,
        DISCARDED
    }

    public boolean open() {
        return state != State.DEPLOYED && state != State.DISCARDED;
    }

    /** Who else works on it just now, if anybody. */
    public @Nullable String lockedFor(String person, Instant now) {
        return lockedBy == null
                        || lockedAt == null
                        || lockedBy.equals(person)
                        || lockedAt.plus(LOCK).isBefore(now)
                ? null
                : lockedBy;
    }

    public String page() {
        return "/processes/drafts/" + id;
    }
}
