package org.relevo.incident.communication;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.SchedulableTaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.UpdateAudience;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Posts updates to webhooks after their transaction: tried again with a back-off until taken, refused for good or a day
 * old. No lock and no transaction is held while the other side is waited for.
 */
@Component
class WebhookDeliveries {

    static final Duration GIVE_UP = Duration.ofHours(24);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int PRIORITY = 70;

    private final DeliveryRows rows;
    private final AudienceRows audiences;
    private final WebhookCall call;
    private final Seal seal;
    private final SchedulerClient scheduler;
    private final Timeline timeline;
    private final TransactionTemplate transactions;
    private final Clock clock;

    WebhookDeliveries(
            DeliveryRows rows,
            AudienceRows audiences,
            WebhookCall call,
            Seal seal,
            SchedulerClient scheduler,
            Timeline timeline,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.audiences = audiences;
        this.call = call;
        this.seal = seal;
        this.scheduler = scheduler;
        this.timeline = timeline;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** In the caller's transaction. Answers how many there are. */
    int add(long update, WorkItem item, Collection<UpdateAudience> told, Instant at) {
        var service = item.service();
        var many = 0;
        if (service != null) {
            for (var audience : told) {
                for (var id : rows.add(update, item.number().value(), service, audience, at)) {
                    schedule(id, at);
                    many++;
                }
            }
        }
        return many;
    }

    /** One execution for each, in the caller's transaction. */
    void schedule(long id, Instant at) {
        try {
            scheduler.schedule(
                    new SchedulableTaskInstance<>(
                            new TaskInstance<Void>(WebhookTask.NAME, String.valueOf(id), () -> null, PRIORITY), at),
                    SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceCurrentlyExecutingException e) {
            // It is being posted, and moves itself after that.
        }
    }

    /** Tries once, and answers when to try again; null where there is nothing left to try. */
    @Nullable
    Instant attempt(long id) {
        var waiting = rows.waiting(id).orElse(null);
        if (waiting == null) {
            return null;
        }
        var address = waiting.address();
        var form = waiting.form();
        if (!waiting.open() || address == null || form == null) {
            transactions.executeWithoutResult(
                    status -> rows.cancel(id, "its webhook was removed or disabled", clock.instant()));
            return null;
        }
        // Where the address cannot be read, it is tried again: an administrator can mend that within the day.
        var answer = seal.open(address, waiting.service() + "/" + waiting.audience())
                .map(opened -> call.post(opened, form, waiting.subject(), waiting.body(), id))
                .orElseGet(
                        () -> WebhookCall.Answer.none(
                                "its address was sealed with another key: give that as relevo.secret-key, or enter the address anew"));
        return Objects.requireNonNull(
                        transactions.execute(status -> Optional.ofNullable(note(waiting, answer, clock.instant()))))
                .orElse(null);
    }

    private @Nullable Instant note(DeliveryRows.Waiting waiting, WebhookCall.Answer answer, Instant now) {
        if (answer.taken()) {
            rows.note(waiting, answer, "SENT", null, now);
            return null;
        }
        var next = now.plus(wait(waiting.attempts(), answer));
        if (answer.passing() && next.isBefore(waiting.createdAt().plus(GIVE_UP))) {
            rows.note(waiting, answer, "RETRYING", next, now);
            return next;
        }
        if (rows.note(waiting, answer, "DEAD", null, now)) {
            lost(waiting, answer, now);
        }
        return null;
    }

    private void lost(DeliveryRows.Waiting waiting, WebhookCall.Answer answer, Instant now) {
        var webhook = waiting.webhook();
        if (answer.gone() && webhook != null) {
            audiences.disableHook(webhook, answer.text(), now);
        }
        timeline.append(
                new WorkItemNumber(waiting.workItem()),
                new TimelineEvent(
                        now,
                        "UPDATE_LOST",
                        "An update did not reach %s%s"
                                .formatted(waiting.webhookName(), answer.gone() ? ", which is disabled now" : ""),
                        "relevo",
                        answer.text()));
    }

    /** Three times as long after each attempt, or as long as the other side asks for, within reason. */
    private static Duration wait(int attempts, WebhookCall.Answer answer) {
        var own = FIRST_WAIT.multipliedBy((long) Math.pow(3, Math.min(attempts, 6)));
        var asked = answer.retryAfter() == null ? own : answer.retryAfter();
        var wait = asked.compareTo(own) > 0 ? asked : own;
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
