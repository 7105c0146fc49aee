package org.relevo.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Commitments;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.rules.Metric;
import org.relevo.support.Cases;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A project from its beginning to its end: plan, slips, tolerances, and who is told. */
@IntegrationTest
class ProjectsTests {

    private static final Actor INES = person("ines.castro", Role.PROJECT_MANAGER);
    private static final Actor CLARA = person("clara.brandt", Role.VIEWER);

    @Autowired
    ProjectDesk desk;

    @Autowired
    Milestones milestones;

    @Autowired
    Scope scope;

    @Autowired
    ProjectTolerances tolerances;

    @Autowired
    Plans plans;

    @Autowired
    ToleranceWatch watch;

    @Autowired
    Commitments commitments;

    @Autowired
    Timeline timeline;

    @Autowired
    Cases cases;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Project project;

    private static Actor person(String name, Role role) {
        return new Actor(name, Actor.Kind.PERSON, Set.of(role), Set.of());
    }

    @BeforeEach
    void begin() {
        var key = "p" + UUID.randomUUID().toString().substring(0, 8);
        project = desk.create(
                new ProjectForm(key, "Kiln", "", "ines.castro", "clara.brandt", "EUR", "UTC", day(-20)), INES);
    }

    private String day(int days) {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
                .plusDays(days)
                .toString();
    }

    private WorkItemNumber number() {
        return ProjectCases.number(project);
    }

    private long plan(String name, int days) {
        return milestones.add(project.key(), name, "", day(days), INES);
    }

    private Commitment running(Metric metric) {
        return commitments.of(number()).stream()
                .filter(one -> one.metric() == metric && one.running())
                .findFirst()
                .orElseThrow();
    }

    private List<String> told(String kind) {
        return timeline.of(number()).stream()
                .filter(one -> one.kind().equals(kind))
                .map(TimelineEvent::text)
                .toList();
    }

    @Test
    void aSlipMovesWhatWaitsForItAndEachChangeKeepsItsReason() {
        var delivery = plan("Servers delivered", 30);
        var live = plan("Go-live", 60);
        milestones.link(project.key(), "" + delivery, "" + live, "", INES);
        milestones.move(project.key(), delivery, "FORECAST", day(34), "the supplier has no fans", INES);
        assertThat(plans.milestone(project.key(), live).forecast()).isEqualTo(day(64));
        assertThat(plans.changes(project.key()))
                .extracting(MilestoneChange::milestone, MilestoneChange::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                live, "waits for \"Servers delivered\", now %s, and 30 days more".formatted(day(34))),
                        org.assertj.core.groups.Tuple.tuple(delivery, "the supplier has no fans"));
        assertThatThrownBy(() -> milestones.link(project.key(), "" + live, "" + delivery, "", INES))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("cannot wait for each other");
        assertThatThrownBy(() -> milestones.move(project.key(), live, "BASELINE", day(64), "new plan", INES))
                .isInstanceOf(Refusal.NotAllowed.class)
                .hasMessageContaining("clara.brandt");
        milestones.move(project.key(), live, "BASELINE", day(64), "agreed anew", CLARA);
    }

    @Test
    void theTableAllowsATimeOfItsSizeAndTheFuseShowsWhatIsUsed() {
        var live = plan("Go-live", 80);
        assertThat(tolerances.current(project.key())).singleElement().satisfies(one -> {
            assertThat(one.text()).isEqualTo("10 %");
            assertThat(one.level()).isEqualTo("TABLE");
        });
        milestones.move(project.key(), live, "FORECAST", day(85), "one test more", INES);
        assertThat(running(Metric.SCHEDULE_DAYS).usedShare(clock.instant())).isEqualTo(0.5);
    }

    @Test
    void whatExceedsAToleranceIsSaidOnceAndAgainAfterItWasWithin() {
        var live = plan("Go-live", 80);
        milestones.move(project.key(), live, "FORECAST", day(90), "late", INES);
        assertThat(told("TOLERANCE_EXCEEDED")).isEmpty();
        milestones.move(project.key(), live, "FORECAST", day(91), "later", INES);
        milestones.move(project.key(), live, "FORECAST", day(92), "later still", INES);
        watch.look(project.key());
        assertThat(told("TOLERANCE_EXCEEDED")).containsExactly("A tolerance is forecast to be exceeded");
        assertThat(running(Metric.SCHEDULE_DAYS).state()).isEqualTo(Commitment.Status.BREACHED);
        milestones.move(project.key(), live, "FORECAST", day(88), "a second shift", INES);
        milestones.move(project.key(), live, "FORECAST", day(95), "no second shift", INES);
        assertThat(told("TOLERANCE_EXCEEDED")).hasSize(2);
        assertThat(jdbc.sql("select count(*) from rca where incident = ?")
                        .param(number().value())
                        .query(Integer.class)
                        .single())
                .as("one analysis, however often")
                .isOne();
    }

    @Test
    void theSponsorSetsAnotherToleranceAndTheEarlierOneIsKept() {
        plan("Go-live", 80);
        assertThatThrownBy(() -> tolerances.set(project.key(), "TIME", "", "20", "AMOUNT", "more", INES))
                .isInstanceOf(Refusal.NotAllowed.class);
        tolerances.set(project.key(), "TIME", "", "20", "AMOUNT", "the winter stop", CLARA);
        assertThat(tolerances.history(project.key()))
                .extracting(Tolerance::text)
                .containsExactly("20", "10 %");
        var amount = running(Metric.SCHEDULE_DAYS).amount();
        assertThat(amount == null ? null : amount.tolerance()).isEqualByComparingTo("20");
        assertThat(commitments.of(number())).filteredOn(Commitment::running).hasSize(1);
    }

    @Test
    void managerAndSponsorAreToldWhereATolerancePasses() {
        var live = plan("Go-live", 80);
        milestones.move(project.key(), live, "FORECAST", day(91), "late", INES);
        assertThat(cases.mails(number()))
                .extracting(Cases.OutgoingMail::recipient)
                .contains("clara.brandt@demo.relevo.invalid", "ines.castro@demo.relevo.invalid");
        assertThat(cases.mails(number()).get(0).subject()).startsWith("[PROJECT] ");
    }

    @Test
    void scopeThatIsGivenUpNeedsAReasonAndCounts() {
        scope.add(project.key(), item("Readers", "8"), INES);
        scope.add(project.key(), item("Reports", "2"), INES);
        var reports = plans.scope(project.key()).get(1);
        assertThatThrownBy(() -> scope.move(project.key(), reports.id(), "REMOVED", " ", INES))
                .isInstanceOf(Refusal.Invalid.class);
        scope.move(project.key(), reports.id(), "REMOVED", "no budget", INES);
        assertThat(told("TOLERANCE_EXCEEDED")).hasSize(1);
        var amount = running(Metric.SCOPE).amount();
        assertThat(amount == null ? null : amount.current()).isEqualByComparingTo("2");
    }

    private static Scope.Form item(String name, String weight) {
        return new Scope.Form("DELIVERABLE", name, "", weight, "", "", "");
    }

    @Test
    void aClosedProjectOwesNothingAndChangesNoMore() {
        plan("Go-live", 80);
        desk.close(project.key(), "handed over", INES);
        assertThat(commitments.of(number())).noneMatch(Commitment::running);
        assertThatThrownBy(() -> plan("After", 90)).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void whoLeadsItMayChangeItAndNobodyElse() {
        assertThatThrownBy(() -> milestones.add(project.key(), "Mine", "", day(9), person("jonas.weber", Role.AGENT)))
                .isInstanceOf(Refusal.NotAllowed.class);
        var member = new ArrayList<>(plans.members(project.key()));
        desk.join(project.key(), "jonas.weber", "developer", CLARA);
        desk.join(project.key(), "jonas.weber", "developer", CLARA);
        member.add(new Member("jonas.weber", "developer"));
        assertThat(plans.members(project.key())).isEqualTo(member);
    }
}
