package org.relevo.incident.communication;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitments;
import org.relevo.notification.Outbox;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.rules.Metric;
import org.relevo.rules.UpdateAudience;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItemType;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells those who wait for news how an incident stands. */
@Service
public class Updates {

    private final UpdateRows rows;
    private final UpdatePlan plan;
    private final CommunicationView view;
    private final UpdateMail mail;
    private final Outbox outbox;
    private final WebhookDeliveries webhooks;
    private final WorkItems workItems;
    private final Timeline timeline;
    private final Commitments commitments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Updates(
            UpdateRows rows,
            UpdatePlan plan,
            CommunicationView view,
            UpdateMail mail,
            Outbox outbox,
            WebhookDeliveries webhooks,
            WorkItems workItems,
            Timeline timeline,
            Commitments commitments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.plan = plan;
        this.view = view;
        this.mail = mail;
        this.outbox = outbox;
        this.webhooks = webhooks;
        this.workItems = workItems;
        this.timeline = timeline;
        this.commitments = commitments;
        this.events = events;
        this.clock = clock;
    }

    /** Whether this actor may write updates. */
    public static boolean mayWrite(Actor by) {
        return by.has(Role.AGENT) || by.has(Role.SERVICE_MANAGER);
    }

    /** Plan, drafts and history of an incident, with times in drafts as in a zone. */
    public Communication of(WorkItemNumber number, ZoneId zone) {
        return view.of(incident(workItems.find(number).orElse(null), number), zone);
    }

    /** What would be sent; refused as it would be. */
    public List<Update.Text> preview(Actor by, WorkItemNumber number, List<Written> written) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        return Written.check(
                written, view.reached(incident(workItems.find(number).orElse(null), number)));
    }

    /**
     * Sends an update to one or more audiences: each recipient gets it once. Sending the same again changes nothing.
     *
     * @param follows the number of the update that the writer knew as the last; 0 before the first
     */
    @Transactional
    public Update send(Actor by, WorkItemNumber number, int follows, List<Written> written) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        var item = incident(workItems.locked(number).orElse(null), number);
        if (item.state() == State.CLOSED) {
            throw new Refusal.Conflict("%s is closed and gets no further updates.".formatted(number));
        }
        var reached = view.reached(item);
        var texts = Written.check(written, reached);
        var sent = rows.of(number);
        var last = sent.isEmpty() ? 0 : sent.get(sent.size() - 1).number();
        if (follows != last) {
            return repeated(sent, follows, texts, by);
        }
        var now = clock.instant();
        var owed = plan.owedTo(item, texts.stream().map(Update.Text::audience).toList());
        var update = new Update(
                rows.add(item, last + 1, texts, owed, by.name(), now),
                number,
                last + 1,
                now,
                by.name(),
                item.state(),
                item.priority(),
                texts);
        deliver(item, update, reached);
        settle(item, update, owed);
        return update;
    }

    /** Clicked twice, it is one update; written by two at once, the second is asked to read the first. */
    private static Update repeated(List<Update> sent, int follows, List<Update.Text> texts, Actor by) {
        return sent.stream()
                .filter(one -> one.number() == follows + 1)
                .filter(one ->
                        one.by().equals(by.name()) && Set.copyOf(one.texts()).equals(Set.copyOf(texts)))
                .findFirst()
                .orElseThrow(() -> new Refusal.Conflict(
                        "The last update is number %d now, not %d. Read it, and then send yours after it."
                                .formatted(
                                        sent.isEmpty()
                                                ? 0
                                                : sent.get(sent.size() - 1).number(),
                                        follows)));
    }

    private void deliver(WorkItem item, Update update, List<ServiceAudience> reached) {
        var told = new HashSet<String>();
        // Who belongs to several audiences reads what says most, and reads it once.
        for (var text : update.texts().stream()
                .sorted(Comparator.comparing(Written::rank))
                .toList()) {
            var audience = reached.stream()
                    .filter(one -> one.audience() == text.audience())
                    .findFirst()
                    .orElseThrow();
            for (var reader : mail.readers(audience)) {
                if (told.add(reader.address().toLowerCase(Locale.ROOT))) {
                    var letter = mail.write(item, update.number(), text, reader);
                    rows.addMail(update.id(), text.audience(), letter);
                    outbox.add(List.of(letter), update.at());
                }
            }
        }
        webhooks.add(
                update.id(),
                item,
                update.texts().stream().map(Update.Text::audience).toList(),
                update.at());
    }

    private void settle(WorkItem item, Update update, boolean owed) {
        var told = update.texts().stream().map(Update.Text::audience).sorted().toList();
        timeline.append(
                item.number(),
                new TimelineEvent(
                        update.at(),
                        "UPDATE_SENT",
                        "Update %d sent to %s"
                                .formatted(
                                        update.number(),
                                        told.stream().map(UpdateAudience::word).collect(Collectors.joining(", "))),
                        update.by(),
                        null));
        if (owed) {
            commitments.meet(item.number(), Metric.UPDATE, update.at());
        }
        plan.ensure(item.number());
        events.publishEvent(new UpdateSent(update));
    }

    private static WorkItem incident(@Nullable WorkItem item, WorkItemNumber number) {
        if (item == null || item.type() != WorkItemType.INCIDENT) {
            throw new Refusal.NotFound(
                    "There is no incident %s. Look for it in the list of incidents.".formatted(number));
        }
        return item;
    }
}
