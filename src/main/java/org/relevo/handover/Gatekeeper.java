package org.relevo.handover;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.handover.CriterionFigure.Found;
import org.relevo.handover.Handover.Gate;
import org.relevo.handover.HandoverEvents.CriterionSettled;
import org.relevo.handover.HandoverEvents.GateOpened;
import org.relevo.handover.HandoverEvents.GateReopened;
import org.relevo.rules.CriterionFact;
import org.relevo.rules.CriterionMet;
import org.relevo.rules.DecisionLog;
import org.relevo.rules.Fact;
import org.relevo.rules.GateFact;
import org.relevo.rules.GateVerdict;
import org.relevo.rules.Measure;
import org.relevo.rules.Outcome;
import org.relevo.rules.RuleBook;
import org.relevo.rules.StandingFact;
import org.relevo.rules.Topic;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks at the criteria of a handover, has the rules judge them and its gate, and moves the handover accordingly. */
@Component
class Gatekeeper {

    private final HandoverReading reading;
    private final HandoverRows rows;
    private final CriterionRows criteria;
    private final Map<Measure, CriterionFigure> figures;
    private final HandoverNews news;
    private final RuleBook ruleBook;
    private final DecisionLog decisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Gatekeeper(
            HandoverReading reading,
            HandoverRows rows,
            CriterionRows criteria,
            List<CriterionFigure> figures,
            HandoverNews news,
            RuleBook ruleBook,
            DecisionLog decisions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reading = reading;
        this.rows = rows;
        this.criteria = criteria;
        this.figures = figures.stream().collect(Collectors.toMap(CriterionFigure::measure, Function.identity()));
        this.news = news;
        this.ruleBook = ruleBook;
        this.decisions = decisions;
        this.events = events;
        this.clock = clock;
    }

    /** Looks now. The handover's case is locked first, so that two who look at once see one after the other. */
    @Transactional
    public Handover look(WorkItemNumber number) {
        reading.locked(number);
        var handover = reading.get(number);
        if (handover.status().gated()) {
            endExpired(handover);
            judgeCriteria(handover);
            judgeGate(handover);
        }
        return reading.get(number);
    }

    /** Looks, and refuses what must not be done while the gate is shut. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean passes(WorkItemNumber number) {
        var gate = look(number).gate();
        return gate != null && gate.verdict().passes();
    }

    private void endExpired(Handover handover) {
        var today = reading.project(handover).today(clock);
        for (var one : criteria.of(handover.number())) {
            var waiver = one.waiver();
            if (waiver != null && waiver.expiresOn().isBefore(today)) {
                criteria.endWaiver(one.id(), "relevo", clock.instant());
                news.tell(
                        handover,
                        "WAIVER_EXPIRED",
                        "Waiver expired: %s".formatted(one.title()),
                        "relevo",
                        "it counted until %s; %s sees to it".formatted(waiver.expiresOn(), waiver.owner()));
            }
        }
    }

    private void judgeCriteria(Handover handover) {
        for (var one : criteria.of(handover.number())) {
            judge(handover, one);
        }
    }

    private void judge(Handover handover, Criterion one) {
        var found = found(handover, one);
        var fact = new CriterionFact(
                one.key(),
                one.measure(),
                found == null ? null : found.figure(),
                one.limit(),
                found == null ? words(one) : found.said(),
                one.confirmed());
        List<Fact> facts = List.of(fact);
        var outcome = ruleBook.decide(facts);
        var met = outcome.one(CriterionMet.class).orElse(null);
        criteria.looked(
                one.id(),
                met != null,
                found == null ? null : found.figure(),
                met == null ? fact.said() : met.because(),
                met == null ? null : met.rule(),
                clock.instant());
        if (one.lookedAt() == null || one.met() != (met != null)) {
            changed(handover, one, facts, outcome, met);
        }
    }

    private void changed(
            Handover handover, Criterion one, List<Fact> facts, Outcome outcome, @Nullable CriterionMet met) {
        decisions.record(handover.number().value(), Topic.HANDOVER, facts, outcome, clock.instant());
        if (met != null) {
            news.note(handover, "CRITERION_MET", "Met: %s".formatted(one.title()), "relevo", met.because());
            events.publishEvent(new CriterionSettled(handover.number(), one.id()));
        } else if (one.met()) {
            news.tell(handover, "CRITERION_LOST", "No longer met: %s".formatted(one.title()), "relevo", words(facts));
        }
    }

    private static String words(List<Fact> facts) {
        return facts.get(0) instanceof CriterionFact fact ? fact.said() : "";
    }

    private @Nullable Found found(Handover handover, Criterion one) {
        var figure = figures.get(one.measure());
        return one.byDocument() || figure == null ? null : figure.count(handover);
    }

    private static String words(Criterion one) {
        return one.evidence().stream()
                .filter(Criterion.Evidence::counts)
                .reduce((first, second) -> second)
                .map(last -> "%s says: %s".formatted(last.by(), last.text()))
                .orElse("nobody has confirmed it yet");
    }

    private void judgeGate(Handover handover) {
        var standing = criteria.of(handover.number());
        var facts = new ArrayList<Fact>();
        standing.forEach(one -> facts.add(new StandingFact(one.key(), one.need(), one.met(), one.waiver() != null)));
        facts.add(new GateFact(
                standing.size(),
                (int) standing.stream().filter(one -> !one.met()).count(),
                standing.stream()
                        .filter(one -> one.need() == org.relevo.rules.Need.MUST && one.missing())
                        .map(Criterion::title)
                        .collect(Collectors.joining("; "))));
        var outcome = ruleBook.decide(facts);
        var verdict = outcome.one(GateVerdict.class);
        var before = handover.gate();
        // a rule book without a verdict keeps the gate shut
        var gate = verdict.map(said -> new Gate(said.verdict(), said.rule(), said.because(), clock.instant()))
                .orElseGet(() -> new Gate(
                        GateVerdict.Verdict.NO_GO, "", "no rule of the rule book opens this gate", clock.instant()));
        if (before == null
                || before.verdict() != gate.verdict()
                || !before.because().equals(gate.because())) {
            decisions.record(handover.number().value(), Topic.HANDOVER, facts, outcome, clock.instant());
            rows.judged(handover.number(), gate);
            if (before == null || before.verdict() != gate.verdict()) {
                turned(handover, gate);
            }
        }
    }

    private void turned(Handover handover, Gate gate) {
        news.tell(
                handover,
                "GATE_" + gate.verdict(),
                switch (gate.verdict()) {
                    case GO -> "Gate: go";
                    case CONDITIONAL_GO -> "Gate: conditional go";
                    case NO_GO -> "Gate: no go";
                },
                "relevo",
                gate.because());
        if (gate.verdict().passes() && handover.status() == HandoverStatus.PREPARING) {
            rows.moved(handover.number(), HandoverStatus.READY);
            events.publishEvent(
                    new GateOpened(handover.number(), reading.acceptor(handover).orElse(null)));
        } else if (!gate.verdict().passes() && handover.status() != HandoverStatus.PREPARING) {
            rows.moved(handover.number(), HandoverStatus.PREPARING);
            events.publishEvent(new GateReopened(handover.number()));
        }
    }
}
