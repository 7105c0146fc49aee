package org.relevo.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.relevo.incident.Incidents;
import org.relevo.people.Actor;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes deliveries in, however many at once on however many nodes: it locks the group and every fingerprint, then reads,
 * then writes, all in one transaction with the incident that may come of it.
 */
@Service
class AlertReception implements Alerts {

    private final AlertLocks locks;
    private final AlertTable table;
    private final AlertRating rating;
    private final Incidents incidents;
    private final Timeline timeline;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AlertReception(
            AlertLocks locks,
            AlertTable table,
            AlertRating rating,
            Incidents incidents,
            Timeline timeline,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.locks = locks;
        this.table = table;
        this.rating = rating;
        this.incidents = incidents;
        this.timeline = timeline;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Receipt receive(Delivery delivery) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var fingerprints =
                    delivery.alerts().stream().map(Alert::fingerprint).toList();
            locks.take(delivery.source(), delivery.groupKey(), fingerprints);
            return new Taking(delivery).take();
        }));
    }

    @Override
    public Receipt receive(KeyedEvent event) {
        return Objects.requireNonNull(transaction.execute(status -> {
            locks.take(event.source(), event.key(), List.of(event.key()));
            var latest = table.latest(event.source(), event.key());
            if (event.action() == KeyedEvent.Action.ACKNOWLEDGE) {
                return acknowledge(event, latest);
            }
            var alert = event.alert(latest.orElse(null), clock.instant().truncatedTo(ChronoUnit.MICROS));
            return new Taking(new Delivery(event.source(), event.key(), List.of(alert), 0)).take();
        }));
    }

    @Override
    public List<OnIncident> of(WorkItemNumber number) {
        return table.of(number);
    }

    /** A tool's acknowledgement is noted; it is no person's, so it ends no escalation. */
    private Receipt acknowledge(KeyedEvent event, Optional<AlertTable.Known> latest) {
        if (latest.isEmpty()) {
            return new Receipt(List.of(), 0, 1);
        }
        var known = latest.get();
        var number = known.incident();
        if (known.acknowledged() || known.status() == Alert.Status.RESOLVED) {
            return new Receipt(List.of(number.value()), 0, 1);
        }
        var now = clock.instant();
        table.acknowledge(event.source(), known.key(), now);
        timeline.append(
                number,
                event(now, "ALERT_ACKNOWLEDGED", "The alert was acknowledged where it comes from.", event.source()));
        return new Receipt(List.of(number.value()), 1, 0);
    }

    private static TimelineEvent event(Instant at, String kind, String text, String source) {
        return new TimelineEvent(at, kind, text, source, null);
    }

    /** One delivery being taken in, with the locks held. */
    private class Taking {

        private final Delivery delivery;
        private final Actor tool;
        private final Instant now = clock.instant();

        Taking(Delivery delivery) {
            this.delivery = delivery;
            this.tool = Actor.system(delivery.source());
        }

        Receipt take() {
            var alerts = withEarlierStarts(delivery.distinct());
            var changes = Changes.of(alerts, table.known(delivery.source(), alerts));
            var group = table.group(delivery.source(), delivery.groupKey());
            var cut = delivery.truncated() > 0
                    && group.map(AlertTable.Group::truncated).orElse(0) != delivery.truncated();
            if (changes.none() && !cut) {
                return changes.receipt();
            }
            var standing = table.locked(changes.toLock(group));
            if (!changes.ended().isEmpty()) {
                table.resolve(delivery.source(), changes.endedAlerts());
                changes.endedByIncident().forEach((incident, ended) -> tell(incident, ended, true));
            }
            var target = changes.fresh().isEmpty()
                    ? group.map(AlertTable.Group::incident)
                            .or(changes::anyIncident)
                            .orElseThrow()
                    : join(
                            changes,
                            group.map(AlertTable.Group::incident)
                                    .map(standing::get)
                                    .filter(s -> s != null && s.open()));
            if (cut) {
                var text = "%d further alerts of the group were left out by the tool; look there."
                        .formatted(delivery.truncated());
                timeline.append(target, event(now, "ALERTS_TRUNCATED", text, delivery.source()));
            }
            if (cut || !changes.fresh().isEmpty()) {
                table.keep(delivery.source(), delivery.groupKey(), new AlertTable.Group(target, delivery.truncated()));
            }
            propose(changes, standing, target);
            return changes.receipt(target);
        }

        /**
         * A tool may move an alert's start while it fires. So a resolved alert also ends what fires under its fingerprint
         * since before its end, and is that alert, where nothing is known under its own start.
         */
        private Collection<Alert> withEarlierStarts(Collection<Alert> alerts) {
            var resolved = alerts.stream().filter(Alert::resolved).toList();
            if (resolved.isEmpty()) {
                return alerts;
            }
            var known = table.known(delivery.source(), resolved).keySet();
            var firing = table.firing(delivery.source(), resolved);
            var all = new LinkedHashMap<Alert.Key, Alert>();
            for (var alert : alerts) {
                var earlier = firing.stream()
                        .filter(key -> alert.resolved() && key.fingerprint().equals(alert.fingerprint()))
                        .filter(key -> !key.startsAt().isAfter(alert.endsAt() == null ? now : alert.endsAt()))
                        .toList();
                if (earlier.isEmpty() || known.contains(alert.key())) {
                    all.put(alert.key(), alert);
                }
                earlier.forEach(key -> all.putIfAbsent(key, alert.since(key.startsAt())));
            }
            return all.values();
        }

        private void tell(WorkItemNumber number, List<Alert> alerts, boolean known) {
            timeline.append(
                    number,
                    alerts.stream()
                            .map(alert -> event(
                                    now,
                                    alert.resolved() ? "ALERT_RESOLVED" : "ALERT_FIRING",
                                    alert.resolved() ? AlertText.resolved(alert, known) : AlertText.fires(alert),
                                    delivery.source()))
                            .toArray(TimelineEvent[]::new));
        }

        /** Puts new alerts on the group's open incident, or on one that they raise. */
        private WorkItemNumber join(Changes changes, Optional<AlertTable.Standing> open) {
            var fresh = changes.fresh();
            var number = open.map(AlertTable.Standing::number)
                    .orElseGet(() -> incidents.raise(rating.rate(fresh), tool).number());
            table.add(fresh, number, now);
            tell(number, fresh, false);
            open.ifPresent(incident -> tellIfGraver(incident, fresh));
            var fires = fresh.stream().filter(alert -> !alert.resolved()).findFirst();
            if (fires.isPresent()
                    && open.filter(AlertTable.Standing::resolutionProposed).isPresent()) {
                incidents.withdrawProposal(number, tool, fires.get().name() + " fires");
            }
            return number;
        }

        /** An incident keeps the priority that it was raised with; that a later alert is graver is not passed over. */
        private void tellIfGraver(AlertTable.Standing incident, List<Alert> fresh) {
            var firing = fresh.stream().filter(alert -> !alert.resolved()).toList();
            if (firing.isEmpty()) {
                return;
            }
            var alone = rating.rate(firing);
            incidents
                    .priorityOf(alone)
                    .filter(decided ->
                            incident.priority() == null || decided.priority().compareTo(incident.priority()) < 0)
                    .ifPresent(decided -> timeline.append(
                            incident.number(),
                            new TimelineEvent(
                                    now,
                                    "GRAVER_ALERT",
                                    AlertText.graver(alone.title(), decided.priority(), incident.priority()),
                                    delivery.source(),
                                    "%s · %s; %s".formatted(decided.because(), decided.rule(), alone.because()))));
        }

        private void propose(
                Changes changes, Map<WorkItemNumber, AlertTable.Standing> standing, WorkItemNumber target) {
            var touched = changes.resolvedOn(target);
            if (touched.isEmpty()) {
                return;
            }
            for (var count : table.count(touched)) {
                var stands = standing.get(count.incident());
                var open = stands == null || stands.open();
                if (count.firing() == 0 && open) {
                    incidents.proposeResolution(count.incident(), tool, AlertText.allResolved(count.all()));
                }
            }
        }
    }
}
