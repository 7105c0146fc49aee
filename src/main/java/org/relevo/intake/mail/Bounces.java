package org.relevo.intake.mail;

import java.time.Clock;
import java.util.Optional;
import org.relevo.intake.mail.Bounce.Failure;
import org.relevo.notification.BounceReceived;
import org.relevo.notification.Outbox;
import org.relevo.notification.Outbox.Sent;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What mail servers say of our mails: it is told on the case, and a failure for good is told to whoever listens. */
@Component
class Bounces {

    private final Outbox outbox;
    private final WorkItems workItems;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Bounces(Outbox outbox, WorkItems workItems, Timeline timeline, ApplicationEventPublisher events, Clock clock) {
        this.outbox = outbox;
        this.workItems = workItems;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    Verdict note(Letter letter, Bounce bounce) {
        var sent = bounce.originals().stream()
                .flatMap(id -> outbox.byMessageId(id).stream())
                .findFirst();
        if (sent.isEmpty()) {
            return Verdict.ignored("A mail server reports on a mail that is none of ours.");
        }
        var failure = failure(bounce, sent.get());
        if (failure.delivered()) {
            return new Verdict(
                    Outcome.BOUNCED, "A mail server reports that our mail was delivered.", number(sent.get()));
        }
        var words = words(sent.get(), failure);
        item(sent.get())
                .ifPresent(item -> timeline.append(
                        item.number(),
                        new TimelineEvent(
                                clock.instant(),
                                failure.forGood() ? "MAIL_UNDELIVERED" : "MAIL_DELAYED",
                                words,
                                "mail",
                                failure.words().isEmpty() ? null : cut(failure.words()))));
        if (failure.forGood() && sent.get().escalation() != null) {
            events.publishEvent(new BounceReceived(
                    sent.get().messageId(), sent.get().recipient(), failure.status(), clock.instant()));
        }
        return new Verdict(Outcome.BOUNCED, words, number(sent.get()));
    }

    /** The recipient's own group of the report, or the first one where an alias hides whose it is. */
    private static Failure failure(Bounce bounce, Sent sent) {
        return bounce.failures().stream()
                .filter(failure -> failure.recipient().equalsIgnoreCase(sent.recipient()))
                .findFirst()
                .or(() -> bounce.failures().stream().findFirst())
                .orElse(new Failure(sent.recipient(), "", "", ""));
    }

    private static String words(Sent sent, Failure failure) {
        var status = failure.status().isEmpty() ? "" : " (%s)".formatted(failure.status());
        return failure.forGood()
                ? "The mail to %s came back: it cannot be delivered%s".formatted(sent.recipient(), status)
                : "The mail to %s is delayed%s".formatted(sent.recipient(), status);
    }

    private Optional<WorkItem> item(Sent sent) {
        return Optional.ofNullable(sent.workItem()).map(WorkItemNumber::new).flatMap(workItems::find);
    }

    private @org.jspecify.annotations.Nullable WorkItemNumber number(Sent sent) {
        return item(sent).map(WorkItem::number).orElse(null);
    }

    private static String cut(String words) {
        return words.length() > 300 ? words.substring(0, 300) + "…" : words;
    }
}
