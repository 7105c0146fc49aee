package org.relevo.escalation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.Agreement;
import org.relevo.rules.Audience;
import org.relevo.rules.Metric;

/**
 * Telling further people about a commitment, level by level, until somebody acknowledges or the reason is gone.
 *
 * @param policy name of the policy that it was started by
 * @param rule name of the rule that started it
 * @param rungs what it does, as it was frozen when it started
 * @param steps what it has done, oldest first
 * @param round counted up when it begins anew after an acknowledgement that nothing followed
 * @param nextAt when it does something next; null where nothing is left
 * @param waiting why it waits, where it does
 * @param endReason why nothing further is sent, in words
 */
public record Escalation(
        long id,
        long commitment,
        Agreement agreement,
        Metric metric,
        String policy,
        String rule,
        String because,
        Instant startedAt,
        List<Rung> rungs,
        List<Step> steps,
        List<Notice> notices,
        int round,
        @Nullable Instant nextAt,
        @Nullable String waiting,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant endedAt,
        @Nullable String endReason) {

    /** Whether it has done what a rung says, in its present round. */
    public boolean did(Rung rung) {
        return steps.stream()
                .anyMatch(step -> step.round() == round
                        && step.level() == rung.level()
                        && step.audience().equals(rung.audience()));
    }

    /**
     * Something it did, or left, at a level.
     *
     * @param reminder 0 when the level was reached, then one more for each reminder
     * @param late whether it was done more than a minute after it was due
     * @param told usernames, and addresses outside
     * @param outcome what was done, or why it was not, in words
     */
    public record Step(
            int round,
            int level,
            int reminder,
            Audience audience,
            Instant dueAt,
            Instant doneAt,
            boolean late,
            List<String> told,
            String outcome) {}

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
