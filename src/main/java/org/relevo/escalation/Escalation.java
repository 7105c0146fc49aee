package org.relevo.escalation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.Audience;
import org.relevo.rules.Metric;

/**
 * One level of an escalation: an audience that was told about a commitment.
 *
 * @param level the checkpoint that caused it, in percent of the target
 * @param endedAt when it was acknowledged or called off
 * @param endReason why nothing further is sent, in words
 */
public record Escalation(
        long id,
        Metric metric,
        int level,
        Audience audience,
        Instant at,
        String rule,
        String because,
        List<Notice> notices,
        @Nullable Instant endedAt,
        @Nullable String endReason) {

    Escalation with(List<Notice> sent) {
        return new Escalation(id, metric, level, audience, at, rule, because, sent, endedAt, endReason);
    }

    /**
     * One message to one person.
     *
     * @param state {@code PENDING}, {@code SENDING}, {@code RETRYING}, {@code SENT}, {@code FAILED} or {@code CANCELLED}
     * @param problem why it could not be delivered so far
     */
    public record Notice(
            String person,
            String mail,
            String state,
            @Nullable Instant sentAt,
            @Nullable String problem) {}
}
