package org.relevo.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Commitments;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.rules.Metric;
import org.relevo.rules.Priority;
import org.relevo.support.Cases;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What follows a resolution, and what the clocks make of one that did not last. */
@IntegrationTest
class ClosureTests {

    private static final Actor BOSS = new Actor("boss", Actor.Kind.PERSON, Set.of(Role.SERVICE_MANAGER), Set.of());
    private static final Actor ENGINEER = new Actor("eng", Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of());
    private static final Actor VIEWER = new Actor("eve", Actor.Kind.PERSON, Set.of(Role.VIEWER), Set.of());

    @Autowired
    Cases cases;

    @Autowired
    Incidents incidents;

    @Autowired
    MajorIncidents major;

    @Autowired
    Closure closure;

    @Autowired
    Impacts impacts;

    @Autowired
    Duplicates duplicates;

    @Autowired
    Commitments commitments;

    @Autowired
    WorkItems workItems;

    @Autowired
    TimedClosings timed;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DueWork dueWork;

    @Autowired
    SettableClock clock;

    @Test
    void aResolutionThatNobodyObjectsToClosesAfterItsQuietTime() {
        var number = resolved(Priority.P1, Duration.ofHours(1));
        dueWork.after(Duration.ofHours(47));
        assertThat(state(number)).isEqualTo(State.RESOLVED);
        dueWork.after(Duration.ofHours(1));
        assertThat(state(number)).isEqualTo(State.CLOSED);
        assertThat(closure.of(number).orElseThrow().because()).startsWith("a P1 closes 2 days after it was resolved");
    }

    @Test
    void aQuietTimeWhoseExecutionIsLostEndsByTheWatchdogAllTheSame() {
        var number = resolved(Priority.P1, Duration.ofHours(1));
        var until = closure.of(number).orElseThrow().quietUntil();
        var id = jdbc.sql("select id from case_closing where work_item = ?")
                .param(number.value())
                .query(Long.class)
                .single();
        jdbc.sql("delete from scheduled_tasks where task_name = 'case-closing' and task_instance = ?")
                .param(String.valueOf(id))
                .update();
        assertThat(timed.rows().astray(id - 1, 1)).containsExactly(id);
        timed.rearm(id);
        assertThat(timed.rows().astray(id - 1, 1)).doesNotContain(id);
        assertThat(timed.rescue(id, until)).as("not due yet").isEmpty();
        clock.advance(Duration.ofHours(48).plusSeconds(11));
        assertThat(timed.rescue(id, until.plusSeconds(1)))
                .hasValueSatisfying(late -> assertThat(late.workItem()).isEqualTo(number.value()));
        assertThat(state(number)).isEqualTo(State.CLOSED);
        assertThat(timed.rescue(id, until.plusSeconds(1))).isEmpty();
        assertThat(closure.of(number)).as("until when it can be opened again").isPresent();
        dueWork.now();
    }

    @Test
    void reopenedItHasNoQuietTimeToWatchUntilItIsResolvedAgain() {
        var number = resolved(Priority.P2, Duration.ofHours(1));
        closure.reopen(number, true, "Fails again", ENGINEER);
        assertThat(waiting(number)).isZero();
        incidents.resolve(number, Cases.TEST, "replaced");
        assertThat(waiting(number)).isEqualTo(1);
        closure.confirm(number, BOSS);
        assertThat(waiting(number)).isZero();
        dueWork.after(Duration.ofDays(10));
        assertThat(state(number)).isEqualTo(State.CLOSED);
    }

    @Test
    void theServiceManagerConfirmsAnEngineerDoesNot() {
        var number = resolved(Priority.P1, Duration.ofHours(1));
        assertThatThrownBy(() -> closure.confirm(number, ENGINEER)).isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() -> closure.reopen(number, true, "no", VIEWER)).isInstanceOf(Refusal.NotAllowed.class);
        closure.confirm(number, BOSS);
        assertThat(state(number)).isEqualTo(State.CLOSED);
        assertThatThrownBy(() -> closure.confirm(number, BOSS)).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void theReporterConfirmsOrRefusesWithoutAnyRole() {
        var reporter = new Actor(Cases.TEST.name(), Actor.Kind.PERSON, Set.of(), Set.of());
        var number = resolved(Priority.P2, Duration.ofHours(1));
        closure.reopen(number, false, "It never worked", reporter);
        assertThat(state(number)).isEqualTo(State.ACKNOWLEDGED);
        incidents.resolve(number, Cases.TEST, "now");
        closure.confirm(number, reporter);
        assertThat(state(number)).isEqualTo(State.CLOSED);
    }

    @Test
    void theTimeThatTheServiceWorkedDoesNotCount() {
        var number = resolved(Priority.P1, Duration.ofHours(1));
        clock.advance(Duration.ofHours(10));
        closure.reopen(number, true, "Fails again", ENGINEER);
        clock.advance(Duration.ofMinutes(30));
        var resolution = resolution(number);
        assertThat(resolution.used(clock.instant())).isEqualTo(Duration.ofMinutes(90));
        assertThat(resolution.state()).isEqualTo(Commitment.Status.RUNNING);
        assertThat(resolution.holds()).singleElement().satisfies(hold -> {
            assertThat(hold.because()).isEqualTo("resolved, until it was reopened");
            assertThat(Duration.between(hold.from(), hold.to())).isEqualTo(Duration.ofHours(10));
        });
        dueWork.after(Duration.ofMinutes(150));
        assertThat(resolution(number).state()).as("4 h used").isEqualTo(Commitment.Status.BREACHED);
    }

    @Test
    void aHoldThatWasForgottenAtTheResolutionDoesNotSwallowWhatFollows() {
        var item = cases.raise(Priority.P1);
        clock.advance(Duration.ofMinutes(10));
        commitments.hold(item.number(), clock.instant(), null, "waits for a part", Cases.TEST);
        clock.advance(Duration.ofHours(2));
        incidents.resolve(item.number(), Cases.TEST, "part built in");
        clock.advance(Duration.ofHours(1));
        closure.reopen(item.number(), false, "It was the wrong part", ENGINEER);
        clock.advance(Duration.ofMinutes(5));
        assertThat(resolution(item.number()).used(clock.instant())).isEqualTo(Duration.ofMinutes(75));
        assertThat(resolution(item.number()).state()).isEqualTo(Commitment.Status.RUNNING);
    }

    @Test
    void whereItWasNeverRestoredAllTimeCounts() {
        var number = resolved(Priority.P1, Duration.ofHours(1));
        clock.advance(Duration.ofHours(10));
        closure.reopen(number, false, "It was never restored", ENGINEER);
        assertThat(resolution(number).used(clock.instant())).isEqualTo(Duration.ofHours(11));
        assertThat(resolution(number).state()).isEqualTo(Commitment.Status.BREACHED);
    }

    @Test
    void afterAMonthANewIncidentIsRaisedInstead() {
        var number = resolved(Priority.P4, Duration.ofHours(1));
        clock.advance(Duration.ofDays(31));
        assertThatThrownBy(() -> closure.reopen(number, true, "Again", ENGINEER))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("Raise a new incident");
        dueWork.now();
    }

    @Test
    void aRuleProposesAPersonAcceptsAndTheClocksGoOn() {
        var item = cases.raise(Priority.P2);
        clock.advance(Duration.ofMinutes(20));
        assertThat(major.of(item.number()))
                .singleElement()
                .satisfies(one -> assertThat(one.because()).isEqualTo("impact high on a service of tier gold"));
        assertThatThrownBy(() -> major.accept(item.number(), ENGINEER)).isInstanceOf(Refusal.NotAllowed.class);
        var promoted = major.accept(item.number(), BOSS);
        assertThat(promoted.priority()).isEqualTo(Priority.P1);
        assertThat(promoted.priorityReason()).contains("given by boss");
        assertThat(resolution(item.number()).used(clock.instant())).isEqualTo(Duration.ofMinutes(20));
        assertThat(resolution(item.number()).dueAt(clock.instant()))
                .contains(item.raisedAt().plus(Duration.ofHours(4)));
        assertThatThrownBy(() -> major.accept(item.number(), BOSS)).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void whatWasRejectedIsNotProposedAgain() {
        var item = cases.raise(Priority.P2);
        assertThatThrownBy(() -> major.reject(item.number(), " ", BOSS)).isInstanceOf(Refusal.Invalid.class);
        major.reject(item.number(), "One screen only", BOSS);
        major.consider(item.number());
        assertThat(major.of(item.number()))
                .singleElement()
                .satisfies(one -> assertThat(one.verdict()).isEqualTo("REJECTED"));
        assertThat(state(item.number())).isEqualTo(State.NEW);
    }

    @Test
    void manyUsersOrManyDuplicatesMakeACandidate() {
        var item = cases.raise(Priority.P4);
        assertThat(major.of(item.number())).isEmpty();
        impacts.change(item.number(), new ChangeImpact(List.of(), List.of(), 600, "", null), ENGINEER);
        assertThat(major.of(item.number()))
                .singleElement()
                .satisfies(one -> assertThat(one.because()).isEqualTo("600 users; 500 are enough"));
        var parent = cases.raise(Priority.P3);
        for (var i = 0; i < 3; i++) {
            assertThat(major.of(parent.number())).isEmpty();
            duplicates.mark(cases.raise(Priority.P3).number(), parent.number(), "same line", ENGINEER);
        }
        var child = duplicates.childrenOf(parent.number()).get(0).from();
        assertThatThrownBy(() -> major.give(child, Priority.P1, "it is grave", BOSS))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("follows it");
        assertThat(major.of(parent.number()))
                .singleElement()
                .satisfies(one -> assertThat(one.because()).isEqualTo("3 duplicates; 3 are enough"));
    }

    private WorkItemNumber resolved(Priority priority, Duration after) {
        WorkItem item = cases.raise(priority);
        incidents.acknowledge(item.number(), Cases.TEST, "by hand");
        clock.advance(after);
        incidents.resolve(item.number(), Cases.TEST, "restarted");
        return item.number();
    }

    private long waiting(WorkItemNumber number) {
        return jdbc.sql("select count(*) from case_closing where work_item = ? and next_at is not null")
                .param(number.value())
                .query(Long.class)
                .single();
    }

    private State state(WorkItemNumber number) {
        return workItems.find(number).orElseThrow().state();
    }

    private Commitment resolution(WorkItemNumber number) {
        return commitments.of(number).stream()
                .filter(one -> one.metric() == Metric.RESOLUTION)
                .findFirst()
                .orElseThrow();
    }
}
