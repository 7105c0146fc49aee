package org.relevo.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Commitments;
import org.relevo.inbox.Diagrams;
import org.relevo.inbox.Inbox;
import org.relevo.inbox.InboxItem;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.project.Milestones;
import org.relevo.project.Project;
import org.relevo.project.ProjectDesk;
import org.relevo.project.ProjectForm;
import org.relevo.project.ProjectTolerances;
import org.relevo.project.RiskOccurred;
import org.relevo.project.issue.Alignment;
import org.relevo.project.issue.IssueActions;
import org.relevo.project.issue.IssueDesk;
import org.relevo.project.issue.IssueRaising;
import org.relevo.project.issue.Position;
import org.relevo.project.issue.ProjectIssue;
import org.relevo.project.issue.ProjectIssue.Status;
import org.relevo.rules.Metric;
import org.relevo.rules.Priority;
import org.relevo.rules.Rating;
import org.relevo.support.Courses;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way through the process of a project's issue, on the real engine. */
@IntegrationTest
class IssueProcessTests {

    private static final Actor LEAD =
            new Actor("ines.castro", Actor.Kind.PERSON, Set.of(Role.PROJECT_MANAGER), Set.of());
    private static final Actor SPONSOR = new Actor("clara.brandt", Actor.Kind.PERSON, Set.of(Role.VIEWER), Set.of());
    private static final Actor PLANT = new Actor("lena.hoffmann", Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of());
    private static final Actor NETWORK = new Actor("jonas.weber", Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of());
    private static final Actor STRANGER = new Actor("nobody.at.all", Actor.Kind.PERSON, Set.of(Role.VIEWER), Set.of());

    @Autowired
    ProjectDesk desk;

    @Autowired
    Milestones milestones;

    @Autowired
    ProjectTolerances tolerances;

    @Autowired
    IssueRaising raising;

    @Autowired
    IssueDesk issues;

    @Autowired
    Alignment alignment;

    @Autowired
    IssueActions actions;

    @Autowired
    Inbox inbox;

    @Autowired
    Diagrams diagrams;

    @Autowired
    WorkItems workItems;

    @Autowired
    Commitments commitments;

    @Autowired
    DueWork dueWork;

    @Autowired
    SettableClock clock;

    @Autowired
    Visitors visitors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private Project project;
    private LocalDate today;
    private long milestone;

    @BeforeEach
    void begin() {
        var key = "i" + UUID.randomUUID().toString().substring(0, 8);
        project = desk.create(
                new ProjectForm(key, "Paint line", "", "ines.castro", "clara.brandt", "EUR", "Europe/Madrid", ""),
                LEAD);
        today = project.today(clock);
        milestones.add(key, "Kick-off", "", today.minusDays(60).toString(), LEAD);
        milestone = milestones.add(key, "Go-live", "", today.plusDays(40).toString(), LEAD);
        tolerances.set(key, "TIME", "", "20", "AMOUNT", "agreed", SPONSOR);
    }

    private WorkItemNumber raised() {
        return raising.raise(project.key(), Map.of("title", "The servers are late"), LEAD);
    }

    private WorkItemNumber assessed(String days) {
        var issue = raised();
        complete(issue, LEAD, Map.of("days", days, "urgency", "medium", "words", "Nothing can be installed"));
        return issue;
    }

    private WorkItemNumber planning(String days) {
        var issue = assessed(days);
        complete(issue, LEAD, Map.of());
        complete(issue, LEAD, Map.of("cause", "One supplier only"));
        return issue;
    }

    private WorkItemNumber plan(WorkItemNumber issue, Actor owner, String days) {
        return actions.plan(
                issue,
                Map.of(
                        "title",
                        "Order elsewhere",
                        "owner",
                        owner.name(),
                        "due",
                        today.plusDays(10).toString(),
                        "days",
                        days),
                LEAD);
    }

    /** Path by path: none is left out. */
    @AfterAll
    static void everyEndAndBoundaryEventWasComeTo(@Autowired Courses courses) {
        courses.everyEndAndBoundaryEventOf("project-issue");
    }

    @Test
    void fromTheIssueToItsEndWithEveryPartyAndTheProjectManagersApproval() {
        var issue = raised();
        assertThat(open(issue)).containsExactly("assessImpact");
        complete(issue, LEAD, Map.of("days", "5", "cost", "1200,50", "urgency", "medium", "words", "Too late"));
        assertThat(issues.get(issue).severity()).isEqualTo(Rating.LOW);
        assertThat(issues.get(issue).impact())
                .isEqualTo(new ProjectIssue.Impact(5, new BigDecimal("1200.50"), new BigDecimal("0.00")));
        align(issue);
        assertThat(inbox.of(issue))
                .filteredOn(one -> one.endedAt() == null)
                .extracting(InboxItem::assignee)
                .containsExactlyInAnyOrder("lena.hoffmann", "jonas.weber");
        complete(issue, NETWORK, Map.of("stance", "conditions", "position", "If we get two more people"));
        assertThat(issues.get(issue).status()).isEqualTo(Status.ALIGNING);
        complete(issue, PLANT, Map.of("stance", "agrees"));
        assertThat(issues.positions(issue))
                .filteredOn(one -> one.person().equals("lena.hoffmann"))
                .as("who says nothing does not say what another said")
                .allSatisfy(one -> assertThat(one.words()).isEmpty());
        assertThat(issues.positions(issue))
                .extracting(Position::stance)
                .containsExactlyInAnyOrder(Position.Stance.AGREES, Position.Stance.CONDITIONS);
        complete(issue, LEAD, Map.of("cause", "One supplier only"));
        var action = plan(issue, PLANT, "5");
        complete(issue, LEAD, Map.of());
        assertThat(task(issue).assignee()).isEqualTo("ines.castro");
        complete(issue, LEAD, Map.of("planVerdict", "approve"));
        assertThat(open(issue)).isEmpty();
        actions.done(action, "They come on Monday", PLANT);
        complete(issue, LEAD, Map.of("ending", "solved"));
        assertThat(issues.get(issue).outcome()).isEqualTo(ProjectIssue.Outcome.SOLVED);
        assertThat(workItems.find(issue).orElseThrow().state()).isEqualTo(State.CLOSED);
        assertThat(commitments.of(issue))
                .allSatisfy(one -> assertThat(one.running()).isFalse());
        assertThat(diagrams.of(issue).orElseThrow().completed()).contains("recordPosition", "issueClosed");
    }

    private void align(WorkItemNumber issue) {
        complete(
                issue,
                LEAD,
                Map.of(
                        "parties",
                        "lena.hoffmann, jonas.weber lena.hoffmann",
                        "positionsBy",
                        today.plusDays(3).toString(),
                        "meetingOn",
                        today.plusDays(2).toString(),
                        "meetingAt",
                        "14:30",
                        "meetingLink",
                        "https://meet.example/plant"));
    }

    @Test
    void whatTakesAWholeToleranceIsSevereAndApprovedByTheSponsor() {
        var issue = planning("20");
        assertThat(issues.get(issue).severity()).isEqualTo(Rating.HIGH);
        assertThat(issues.get(issue).severityBecause()).contains("100 % of the tolerance");
        assertThat(workItems.find(issue).orElseThrow().priority()).isEqualTo(Priority.P2);
        plan(issue, PLANT, "15");
        complete(issue, LEAD, Map.of());
        assertThat(task(issue).assignee()).isEqualTo("clara.brandt");
        assertThatThrownBy(() -> issues.approve(issue, LEAD)).isInstanceOf(Refusal.NotAllowed.class);
        complete(issue, SPONSOR, Map.of("planVerdict", "return", "planReason", "What does it cost?"));
        assertThat(open(issue)).containsExactly("planActions");
        complete(issue, LEAD, Map.of());
        complete(issue, SPONSOR, Map.of("planVerdict", "approve"));
        assertThat(issues.get(issue).approvedBy()).isEqualTo("clara.brandt");
    }

    @Test
    void theRestIsAcceptedWithAReasonOrMoreIsPlanned() {
        var issue = planning("5");
        actions.done(plan(issue, PLANT, "2"), "Done at once", PLANT);
        complete(issue, LEAD, Map.of());
        complete(issue, LEAD, Map.of("planVerdict", "approve"));
        assertThat(open(issue)).as("no action is open").containsExactly("decideEnd");
        complete(issue, LEAD, Map.of("ending", "more"));
        assertThat(open(issue)).containsExactly("planActions");
        complete(issue, LEAD, Map.of());
        complete(issue, LEAD, Map.of("planVerdict", "approve"));
        var task = task(issue).id();
        assertThatThrownBy(() -> inbox.complete(task, LEAD, Map.of("ending", "accepted")))
                .isInstanceOf(Refusal.Invalid.class);
        complete(issue, LEAD, Map.of("ending", "accepted", "endReason", "Three days are bearable"));
        assertThat(issues.get(issue).outcome()).isEqualTo(ProjectIssue.Outcome.ACCEPTED);
        assertThat(issues.get(issue).outcomeReason()).isEqualTo("Three days are bearable");
    }

    @Test
    void aPlanWithoutAnActionIsNotSentToApproval() {
        var issue = planning("5");
        var task = task(issue).id();
        assertThatThrownBy(() -> inbox.complete(task, LEAD, Map.of()))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("no action yet");
    }

    @Test
    void itGoesOnWithoutThePositionsThatAreMissing() {
        var issue = assessed("5");
        align(issue);
        alignment.goOn(issue, "Jonas is on leave", LEAD);
        assertThat(open(issue)).containsExactly("findCause");
        assertThat(diagrams.of(issue).orElseThrow().completed()).contains("positionsClosed");
    }

    @Test
    void whoOwesAPositionIsInvitedAndReminded() {
        var issue = assessed("5");
        align(issue);
        assertThat(jdbc.sql("select calendar from outbox where work_item = ? and username = 'jonas.weber'")
                        .param(issue.value())
                        .query(String.class)
                        .single())
                .contains("METHOD:REQUEST", "https://meet.example/plant");
        complete(issue, PLANT, Map.of("stance", "agrees"));
        dueWork.after(Duration.ofDays(4));
        assertThat(jdbc.sql(
                                "select count(*) from outbox where work_item = ? and kind = 'ESCALATION' and recipient like 'jonas%'")
                        .param(issue.value())
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(jdbc.sql(
                                "select count(*) from outbox where work_item = ? and kind = 'ESCALATION' and recipient like 'lena%'")
                        .param(issue.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void partiesAndTimesThatCannotBeAreRefusedFieldByField() {
        var issue = assessed("5");
        var typed = new HashMap<>(
                Map.of("parties", "no.one", "positionsBy", today.minusDays(1).toString()));
        typed.put("meetingOn", today.minusDays(1).toString());
        typed.put("meetingAt", "25:00");
        typed.put("meetingLink", "javascript:alert(1)");
        var task = task(issue).id();
        assertThatThrownBy(() -> inbox.complete(task, LEAD, typed))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Refusal.FieldProblem::field)
                                .containsExactlyInAnyOrder("parties", "by", "link", "meetingAt"));
        assertThat(open(issue)).containsExactly("callParties");
    }

    @Test
    void whatWasNoIssueEndsWithItsTasksAndActions() {
        var issue = planning("5");
        var action = plan(issue, PLANT, "1");
        issues.withdraw(issue, "A mistake", LEAD);
        assertThat(open(issue)).isEmpty();
        assertThat(actions.get(action).open()).isFalse();
        assertThat(commitments.of(action))
                .allSatisfy(one -> assertThat(one.state()).isEqualTo(Commitment.Status.CANCELLED));
        assertThatThrownBy(() -> issues.withdraw(issue, "Twice", LEAD)).isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> actions.done(action, "Late", PLANT)).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void aRiskThatHappenedIsAnIssueOnce() {
        for (var i = 0; i < 2; i++) {
            transaction.executeWithoutResult(status -> events.publishEvent(new RiskOccurred(
                    project.key(),
                    4711_0000L + project.hashCode() % 1000,
                    "Supplier fails",
                    "known since May",
                    "ines.castro",
                    clock.instant())));
        }
        assertThat(issues.of(project.key(), 0, 10)).singleElement().satisfies(one -> {
            assertThat(one.source()).isEqualTo(ProjectIssue.Source.RISK);
            assertThat(workItems.find(one.number()).orElseThrow().description()).isEqualTo("known since May");
        });
    }

    @Test
    void aToleranceThatIsExceededIsAnIssueOnceWhileItIsOpen() {
        clock.advance(Duration.ofDays(70));
        milestones.move(project.key(), milestone, "FORECAST", today.plusDays(80).toString(), "no servers", LEAD);
        milestones.move(project.key(), milestone, "FORECAST", today.plusDays(81).toString(), "no servers", LEAD);
        assertThat(issues.of(project.key(), 0, 10))
                .singleElement()
                .satisfies(one -> assertThat(one.source()).isEqualTo(ProjectIssue.Source.TOLERANCE));
    }

    @Test
    void whoDoesNotWorkOnTheProjectRaisesNothingAndLeadsNothing() {
        assertThatThrownBy(() -> raising.raise(project.key(), Map.of("title", "x"), STRANGER))
                .isInstanceOf(Refusal.NotAllowed.class);
        var issue = raised();
        assertThatThrownBy(() -> issues.withdraw(issue, "x", PLANT)).isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() -> inbox.complete(task(issue).id(), PLANT, Map.of()))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void thePageShowsTheIssueAndKeepsWhatWasTyped() {
        var ines = visitors.signedIn("ines.castro");
        var refused =
                ines.submit("/projects/%s/issues".formatted(project.key()), Map.of("title", "", "description", "Kept"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Kept");
        var issue = planning("5");
        var action = ines.submit(
                "/project-issues/%s/actions".formatted(issue),
                Map.of(
                        "title",
                        "Order elsewhere",
                        "owner",
                        "no.one",
                        "due",
                        today.plusDays(3).toString()));
        assertThat(action.status()).isEqualTo(422);
        assertThat(action.page().select("#plan-title").val()).isEqualTo("Order elsewhere");
        plan(issue, PLANT, "3");
        var page = visitors.signedIn("lena.hoffmann").get("/project-issues/" + issue);
        assertThat(visitors.signedIn("lena.hoffmann").get("/project-issues").body())
                .contains("/project-issues/" + issue, "/projects/%s/issues".formatted(project.key()));
        assertThat(visitors.signedIn("lena.hoffmann")
                        .get("/project-issues?page=9999")
                        .status())
                .isEqualTo(200);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("#actions").text()).contains("Order elsewhere");
        assertThat(page.page().select("form[action$=/withdraw]")).isEmpty();
        assertThat(visitors.signedIn("david.moreno")
                        .get("/projects/%s/issues".formatted(project.key()))
                        .status())
                .isEqualTo(200);
        assertThat(visitors.machine()
                        .get("/api/v1/project-issues/" + issue)
                        .json()
                        .get("actions")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void theClocksOfAnIssueFollowItsSeverity() {
        var issue = assessed("20");
        assertThat(commitments.of(issue))
                .filteredOn(one -> one.metric() == Metric.ASSESSMENT)
                .allSatisfy(one -> assertThat(one.state()).isEqualTo(Commitment.Status.MET));
        assertThat(commitments.of(issue))
                .filteredOn(one -> one.metric() == Metric.ISSUE_RESOLUTION && one.running())
                .singleElement()
                .satisfies(one -> assertThat(String.valueOf(one.target())).contains("20"));
    }

    private void complete(WorkItemNumber issue, Actor by, Map<String, String> values) {
        var task = inbox.of(issue).stream()
                .filter(one -> one.endedAt() == null && by.name().equals(one.assignee()))
                .findFirst()
                .orElseThrow();
        inbox.complete(task.id(), by, values);
    }

    private InboxItem task(WorkItemNumber issue) {
        return inbox.of(issue).stream()
                .filter(one -> one.endedAt() == null)
                .findFirst()
                .orElseThrow();
    }

    private List<String> open(WorkItemNumber issue) {
        return inbox.of(issue).stream()
                .filter(one -> one.endedAt() == null)
                .map(InboxItem::key)
                .toList();
    }
}
