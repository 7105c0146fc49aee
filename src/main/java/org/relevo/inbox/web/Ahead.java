package org.relevo.inbox.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.relevo.commitment.Commitment;
import org.relevo.rules.Audience;
import org.relevo.rules.CheckpointFact;
import org.relevo.rules.Escalate;
import org.relevo.rules.Metric;
import org.relevo.rules.Priority;
import org.relevo.rules.RuleBook;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItem;

/**
 * What happens at a checkpoint that is still ahead, if nobody does anything before: the rule book is asked as it will be
 * asked then.
 *
 * @param at when; now where the checkpoint has passed and is being handled
 * @param told whom the rules will want told
 */
record Ahead(Instant at, Metric metric, int percent, List<Audience> told) {

    private static final int SHOWN = 8;

    public boolean missed() {
        return percent >= 100;
    }

    static List<Ahead> of(WorkItem item, List<Commitment> commitments, RuleBook rules, Instant now) {
        var priority = item.priority();
        if (!item.state().open() || priority == null) {
            return List.of();
        }
        return commitments.stream()
                .filter(Commitment::running)
                .flatMap(commitment -> commitment.checkpoints().stream()
                        .filter(percent -> percent > commitment.passed())
                        .map(percent -> at(commitment, percent, told(item, priority, commitment, percent, rules), now)))
                .sorted(Comparator.comparing(Ahead::at))
                .limit(SHOWN)
                .toList();
    }

    private static List<Audience> told(
            WorkItem item, Priority priority, Commitment commitment, int percent, RuleBook rules) {
        var then = new CheckpointFact(commitment.metric(), priority, percent, item.state() != State.NEW, false);
        return rules.decide(List.of(then)).all(Escalate.class).stream()
                .map(Escalate::audience)
                .distinct()
                .toList();
    }

    private static Ahead at(Commitment commitment, int percent, List<Audience> told, Instant now) {
        var at = commitment
                .startedAt()
                .plus(commitment.target().multipliedBy(percent).dividedBy(100));
        return new Ahead(at.isBefore(now) ? now : at, commitment.metric(), percent, told);
    }
}
