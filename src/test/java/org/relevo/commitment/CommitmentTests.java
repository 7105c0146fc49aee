package org.relevo.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.relevo.escalation.Escalation;
import org.relevo.escalation.Escalations;
import org.relevo.incident.Incidents;
import org.relevo.platform.Refusal;
import org.relevo.rules.Agreement;
import org.relevo.rules.Metric;
import org.relevo.rules.OfferedRuleBook;
import org.relevo.rules.Priority;
import org.relevo.support.Cases;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.workitem.WorkItem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is owed on a case, through everything that happens to it: holds, other targets, other starts. */
@IntegrationTest
class CommitmentTests {

    private static final String TARGETS = "tables/targets.csv";

    @Autowired
    ApplicationContext context;

    @Autowired
    Cases cases;

    @Autowired
    Incidents incidents;

    @Autowired
    Commitments commitments;

    @Autowired
    Escalations escalations;

    @Autowired
    DueWork dueWork;

    @Autowired
    SettableClock clock;

    private OfferedRuleBook book;

    @AfterEach
    void restore() {
        if (book != null) {
            book.close();
        }
    }

    /** V2: a hold taken before the priority rose moves the new deadline too. */
    @Test
    void v2AHoldTakenBeforeThePriorityRoseMovesTheNewDeadlineToo() {
        var incident = cases.raise(Priority.P2);
        after(60);
        commitments.hold(incident.number(), clock.instant(), null, "waits for the caller", Cases.TEST);
        after(90);
        commitments.resume(incident.number(), clock.instant(), Cases.TEST);
        after(10);
        cases.rate(incident.number(), Priority.P1);
        var resolution = resolution(incident);
        assertThat(resolution.dueAt(clock.instant()))
                .as("raised + 4 h of a P1 + 90 min on hold")
                .contains(incident.raisedAt().plus(Duration.ofMinutes(240 + 90)));
        assertThat(resolution.used(clock.instant())).isEqualTo(Duration.ofMinutes(70));
    }

    @Test
    void v2AHoldThatStillGoesOnWhenThePriorityRisesMovesTheNewDeadlineToo() {
        var incident = cases.raise(Priority.P2);
        after(60);
        commitments.hold(incident.number(), clock.instant(), null, "waits for the caller", Cases.TEST);
        after(30);
        cases.rate(incident.number(), Priority.P1);
        assertThat(resolution(incident).state()).isEqualTo(Commitment.Status.HELD);
        after(30);
        commitments.resume(incident.number(), clock.instant(), Cases.TEST);
        assertThat(resolution(incident).dueAt(clock.instant()))
                .contains(incident.raisedAt().plus(Duration.ofMinutes(240 + 60)));
    }

    /** V10: a share that rounds to all of it is not all of it. */
    @Test
    void v10AlmostAllOfATargetIsNotABreach() {
        var incident = cases.raise(Priority.P2);
        clock.advance(Duration.ofMillis(8 * 3600_000 * 99_951L / 100_000));
        dueWork.now();
        assertThat(resolution(incident).usedShare(clock.instant())).isBetween(0.9995, 0.99952);
        assertThat(resolution(incident).state()).isEqualTo(Commitment.Status.RUNNING);
        incidents.resolve(incident.number(), Cases.TEST, "restarted");
        assertThat(resolution(incident).state()).isEqualTo(Commitment.Status.MET);
    }

    /** V11: an update that is owed earlier leaves the response's deadline where it is. */
    @Test
    void v11AResponseAndAnUpdateStandSideBySide() {
        var rows = Stream.of(Priority.values())
                .map(priority -> """
                        INCIDENT,SLA,UPDATE,%1$s,*,PT2H,75;100,no
                        INCIDENT,OLA,RESPONSE,%1$s,*,PT3H,50;100,no
                        """.formatted(priority))
                .collect(Collectors.joining());
        book = OfferedRuleBook.offer(
                context, Map.of(TARGETS, OfferedRuleBook.text(TARGETS).strip() + "\n" + rows));
        var incident = cases.raise(Priority.P3, "label-printing");
        after(130);
        assertThat(commitments.of(incident.number()))
                .filteredOn(c -> c.metric() != Metric.RESOLUTION)
                .extracting(
                        Commitment::agreement,
                        Commitment::metric,
                        Commitment::state,
                        c -> Duration.between(
                                incident.raisedAt(), c.dueAt(clock.instant()).orElseThrow()))
                .containsExactly(
                        tuple(Agreement.SLA, Metric.UPDATE, Commitment.Status.BREACHED, Duration.ofHours(2)),
                        tuple(Agreement.OLA, Metric.RESPONSE, Commitment.Status.RUNNING, Duration.ofHours(3)),
                        tuple(Agreement.SLA, Metric.RESPONSE, Commitment.Status.RUNNING, Duration.ofHours(4)));
    }

    @Test
    void aHoldInRetrospectUndoesABreachAndItsEscalationWhichStartsAnewWhenItIsDueAgain() {
        var incident = cases.raise(Priority.P1);
        incidents.acknowledge(incident.number(), Cases.TEST, "in the inbox");
        after(250);
        assertThat(resolution(incident).state()).isEqualTo(Commitment.Status.BREACHED);
        assertThat(missed(incident)).hasSize(1);
        var from = incident.raisedAt().plus(Duration.ofMinutes(60));
        commitments.hold(
                incident.number(), from, from.plus(Duration.ofMinutes(120)), "the supplier had it", Cases.TEST);
        assertThat(resolution(incident).state()).isEqualTo(Commitment.Status.RUNNING);
        assertThat(resolution(incident).dueAt(clock.instant()))
                .contains(incident.raisedAt().plus(Duration.ofMinutes(360)));
        assertThat(missed(incident))
                .singleElement()
                .satisfies(one -> assertThat(one.endReason()).isEqualTo("on hold: the supplier had it"));
        after(109);
        assertThat(resolution(incident).state()).isEqualTo(Commitment.Status.RUNNING);
        assertThat(missed(incident)).hasSize(1);
        after(1);
        assertThat(resolution(incident).state()).isEqualTo(Commitment.Status.BREACHED);
        assertThat(missed(incident))
                .hasSize(2)
                .last()
                .satisfies(one -> assertThat(one.endedAt()).isNull());
    }

    @Test
    void aHoldInRetrospectThatLeavesACheckpointBehindTellsNobodyAgain() {
        var incident = cases.raise(Priority.P1);
        incidents.acknowledge(incident.number(), Cases.TEST, "in the inbox");
        after(230);
        var before = cases.mails(incident.number()).size();
        var from = incident.raisedAt().plus(Duration.ofMinutes(60));
        commitments.hold(incident.number(), from, from.plus(Duration.ofMinutes(5)), "the supplier had it", Cases.TEST);
        dueWork.now();
        assertThat(cases.mails(incident.number())).hasSize(before);
        after(15);
        assertThat(resolution(incident).state()).isEqualTo(Commitment.Status.BREACHED);
        assertThat(cases.mails(incident.number())).as("the breach is news").hasSizeGreaterThan(before);
    }

    @Test
    void aResumptionInRetrospectCountsTheTimeSinceThen() {
        var incident = cases.raise(Priority.P1);
        incidents.acknowledge(incident.number(), Cases.TEST, "in the inbox");
        after(30);
        commitments.hold(incident.number(), clock.instant(), null, "waits for the caller", Cases.TEST);
        after(300);
        assertThat(resolution(incident).state()).isEqualTo(Commitment.Status.HELD);
        commitments.resume(incident.number(), incident.raisedAt().plus(Duration.ofMinutes(60)), Cases.TEST);
        assertThat(resolution(incident).used(clock.instant())).isEqualTo(Duration.ofMinutes(300));
        assertThat(resolution(incident).dueAt(clock.instant()))
                .contains(incident.raisedAt().plus(Duration.ofMinutes(270)));
        assertThat(resolution(incident).state()).isEqualTo(Commitment.Status.BREACHED);
    }

    @Test
    void aHoldWithAnEndResumesByItself() {
        var incident = cases.raise(Priority.P1);
        incidents.acknowledge(incident.number(), Cases.TEST, "in the inbox");
        after(30);
        var until = clock.instant().plus(Duration.ofMinutes(60));
        commitments.hold(incident.number(), clock.instant(), until, "the part arrives", Cases.TEST);
        after(59);
        assertThat(resolution(incident).state()).isEqualTo(Commitment.Status.HELD);
        after(1);
        assertThat(resolution(incident).state()).isEqualTo(Commitment.Status.RUNNING);
        after(210);
        assertThat(resolution(incident).state()).isEqualTo(Commitment.Status.BREACHED);
    }

    @Test
    void aRetroactiveStartMayBreachAndMayUndoABreach() {
        var incident = cases.raise(Priority.P1);
        incidents.acknowledge(incident.number(), Cases.TEST, "in the inbox");
        after(10);
        var id = resolution(incident).id();
        commitments.restart(
                id, incident.raisedAt().minus(Duration.ofHours(5)), "the caller had phoned before", Cases.TEST);
        assertThat(commitments.get(id).state()).isEqualTo(Commitment.Status.BREACHED);
        commitments.restart(id, incident.raisedAt(), "it was another fault", Cases.TEST);
        assertThat(commitments.get(id)).satisfies(c -> {
            assertThat(c.state()).isEqualTo(Commitment.Status.RUNNING);
            assertThat(c.dueAt(clock.instant())).contains(incident.raisedAt().plus(Duration.ofHours(4)));
        });
        assertThat(escalations.of(incident.number()))
                .filteredOn(one -> one.metric() == Metric.RESOLUTION)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.endReason()).contains("another start"));
    }

    @Test
    void anAmountIsBreachedWhenItsToleranceIsExceededAndNotWhenItIsUsedUp() {
        var incident = cases.raise(Priority.P4);
        var budget = commitments.open(
                incident.number(),
                Agreement.SLA,
                Metric.BUDGET,
                new Amount(new BigDecimal("1000"), new BigDecimal("100"), new BigDecimal("1000"), "EUR"),
                List.of(75, 100),
                "agreed with the customer",
                Cases.TEST);
        assertThat(commitments
                        .report(budget.id(), new BigDecimal("1100"), null, Cases.TEST)
                        .state())
                .isEqualTo(Commitment.Status.RUNNING);
        assertThat(commitments
                        .report(budget.id(), new BigDecimal("1100.01"), null, Cases.TEST)
                        .state())
                .isEqualTo(Commitment.Status.BREACHED);
        assertThat(commitments
                        .report(budget.id(), new BigDecimal("1050"), "credit note", Cases.TEST)
                        .state())
                .as("back within its tolerance")
                .isEqualTo(Commitment.Status.RUNNING);
        assertThat(commitments.get(budget.id()).usedShare(clock.instant())).isEqualTo(0.5);
    }

    @Test
    void timeCannotBeReportedAsAnAmount() {
        var incident = cases.raise(Priority.P4);
        var id = resolution(incident).id();
        assertThatThrownBy(() -> commitments.report(id, BigDecimal.TEN, null, Cases.TEST))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("counts time, not an amount");
    }

    private void after(int minutes) {
        dueWork.after(Duration.ofMinutes(minutes));
    }

    private Commitment resolution(WorkItem incident) {
        return commitments.of(incident.number()).stream()
                .filter(c -> c.metric() == Metric.RESOLUTION)
                .findFirst()
                .orElseThrow();
    }

    private List<Escalation> missed(WorkItem incident) {
        return escalations.of(incident.number()).stream()
                .filter(one -> one.policy().equals("resolution missed"))
                .toList();
    }
}
