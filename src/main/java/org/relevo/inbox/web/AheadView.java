package org.relevo.inbox.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitment;
import org.relevo.escalation.Escalation;
import org.relevo.escalation.Rung;
import org.relevo.rules.Audience;
import org.relevo.rules.CheckpointFact;
import org.relevo.rules.Escalate;
import org.relevo.rules.EscalationLevel;
import org.relevo.rules.EscalationPolicy;
import org.relevo.rules.Metric;
import org.relevo.rules.Priority;
import org.relevo.rules.RuleBook;
import org.relevo.rules.StartEscalation;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItem;
import org.springframework.stereotype.Component;

/**
 * Foresees what happens to a case: the levels of escalations that go on, which are frozen, and those of escalations that
 * the rule book would start at checkpoints ahead, for which it is asked as it will be asked then.
 */
@Component
class AheadView {

    private static final int SHOWN = 10;

    private final RuleBook rules;

    AheadView(RuleBook rules) {
        this.rules = rules;
    }

    /** Something that will happen, of which there may be several at once. */
    private record One(
            Instant at,
            Metric metric,
            @Nullable Integer percent,
            @Nullable Audience audience,
            @Nullable String task) {}

    private record Moment(
            Instant at, Metric metric, @Nullable Integer percent) {}

    List<Ahead> of(WorkItem item, List<Commitment> commitments, List<Escalation> escalations, Instant now) {
        if (!item.state().open()) {
            return List.of();
        }
        var all = new ArrayList<One>();
        escalations.stream()
                .filter(one -> one.endedAt() == null && one.acknowledgedAt() == null)
                .forEach(one -> all.addAll(frozen(one, now)));
        for (var commitment : commitments) {
            if (commitment.running() && item.priority() != null) {
                all.addAll(foreseen(item, item.priority(), commitment, escalations, now));
            }
        }
        var moments = new LinkedHashMap<Moment, List<One>>();
        all.stream()
                .sorted(Comparator.comparing(One::at))
                .forEach(one -> moments.computeIfAbsent(
                                new Moment(one.at(), one.metric(), one.percent()), key -> new ArrayList<>())
                        .add(one));
        return moments.entrySet().stream()
                .map(entry -> ahead(entry.getKey(), entry.getValue()))
                .limit(SHOWN)
                .toList();
    }

    private static Ahead ahead(Moment moment, List<One> ones) {
        return new Ahead(
                moment.at(),
                moment.metric(),
                moment.percent(),
                ones.stream()
                        .map(One::audience)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                ones.stream()
                        .map(One::task)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    private static List<One> frozen(Escalation escalation, Instant now) {
        return escalation.rungs().stream()
                .filter(rung -> rung.at() != null && !escalation.did(rung))
                .map(rung -> one(escalation.metric(), rung, now))
                .toList();
    }

    private static One one(Metric metric, Rung rung, Instant now) {
        var at = Objects.requireNonNull(rung.at());
        return new One(at.isBefore(now) ? now : at, metric, rung.percent(), rung.audience(), rung.task());
    }

    private List<One> foreseen(
            WorkItem item, Priority priority, Commitment commitment, List<Escalation> escalations, Instant now) {
        var started = escalations.stream()
                .filter(one -> one.commitment() == commitment.id() && one.endedAt() == null)
                .map(Escalation::policy)
                .collect(Collectors.toCollection(HashSet::new));
        var found = new ArrayList<One>();
        for (var percent : commitment.checkpoints()) {
            var at = percent > commitment.passed()
                    ? commitment.checkpointAt(percent, now).orElse(null)
                    : null;
            if (at == null) {
                continue;
            }
            var then = at.isBefore(now) ? now : at;
            if (percent == 100) {
                found.add(new One(then, commitment.metric(), 100, null, null));
            }
            for (var decision : rules.decide(List.of(fact(item, priority, commitment, percent, then)))
                    .decisions()) {
                if (decision instanceof StartEscalation start
                        && started.add(start.policy().name())) {
                    found.addAll(levels(commitment, start.policy(), then, now));
                } else if (decision instanceof Escalate tell) {
                    found.add(new One(then, commitment.metric(), percent, tell.audience(), null));
                }
            }
        }
        return found;
    }

    private static CheckpointFact fact(
            WorkItem item, Priority priority, Commitment commitment, int percent, Instant at) {
        var calendar = commitment.calendar(at);
        return new CheckpointFact(
                commitment.agreement(),
                commitment.metric(),
                priority,
                commitment.tier(),
                percent,
                item.state() != State.NEW,
                false,
                calendar.map(c -> at.atZone(c.zone()).getDayOfWeek()).orElse(null),
                calendar.map(c -> c.isWorking(at)).orElse(true));
    }

    private static List<One> levels(Commitment commitment, EscalationPolicy policy, Instant start, Instant now) {
        var ones = new ArrayList<One>();
        var before = start;
        EscalationLevel last = null;
        for (var level : policy.levels()) {
            var percent = level.after().percent();
            var at = last != null && last.level() == level.level()
                    ? before
                    : percent == null
                            ? before.plus(Objects.requireNonNull(level.after().delay()))
                            : commitment.checkpointAt(percent, now).orElse(start);
            before = at.isBefore(start) ? start : at;
            last = level;
            ones.add(new One(before, commitment.metric(), percent, level.audience(), level.task()));
        }
        return ones;
    }
}
