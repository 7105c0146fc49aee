package org.relevo.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
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
import org.relevo.project.ProjectDesk;
import org.relevo.project.ProjectForm;
import org.relevo.project.ProjectTolerances;
import org.relevo.project.exception.ExceptionOption;
import org.relevo.project.exception.ExceptionReport;
import org.relevo.project.exception.ExceptionReport.Verdict;
import org.relevo.project.exception.ExceptionReports;
import org.relevo.project.exception.ExceptionSection;
import org.relevo.project.exception.ExceptionStatus;
import org.relevo.project.exception.ExceptionWriting;
import org.relevo.project.money.Deliveries;
import org.relevo.rules.Metric;
import org.relevo.support.Courses;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through the process of an exception report, on the real engine. */
@IntegrationTest
class ExceptionProcessTests {

    private static final Actor MANAGER = person("ines.castro", Role.PROJECT_MANAGER);
    private static final Actor SPONSOR = person("clara.brandt", Role.VIEWER);
    private static final Actor OTHER = person("jonas.weber", Role.AGENT);

    @Autowired
    ProjectDesk projects;

    @Autowired
    Milestones milestones;

    @Autowired
    ProjectTolerances tolerances;

    @Autowired
    Deliveries deliveries;

    @Autowired
    ExceptionReports reports;

    @Autowired
    ExceptionWriting writing;

    @Autowired
    Inbox inbox;

    @Autowired
    Diagrams diagrams;

    @Autowired
    WorkItems workItems;

    @Autowired
    Commitments commitments;

    @Autowired
    Timeline timeline;

    @Autowired
    DueWork due;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private String project = "";
    private long milestone;

    private static Actor person(String name, Role role) {
        return new Actor(name, Actor.Kind.PERSON, Set.of(role), Set.of());
    }

    /** Eighty days from its start to its end, five of which the sponsor allows on top. */
    @BeforeEach
    void begin() {
        project = "p" + UUID.randomUUID().toString().substring(0, 8);
        projects.create(
                new ProjectForm(project, "Kiln", "", "ines.castro", "clara.brandt", "EUR", "UTC", day(-20)), MANAGER);
        milestone = milestones.add(project, "Racks run", "", day(60), MANAGER);
        tolerances.set(project, "TIME", "", "5", "AMOUNT", "The fair begins then", SPONSOR);
    }

    /** Path by path: none is left out. */
    @AfterAll
    static void everyEndAndBoundaryEventWasComeTo(@Autowired Courses courses) {
        courses.everyEndAndBoundaryEventOf("exception-report");
    }

    @Test
    void anOptionThatIsChosenInTheInboxEndsIt() {
        var report = demanded();
        assertThat(open(report)).containsExactly("writeException");
        assertThat(task(report, "writeException").assignee()).isEqualTo("ines.castro");
        write(report);
        complete(report, "writeException", MANAGER, Map.of());
        assertThat(open(report)).containsExactly("decideException");
        assertThat(task(report, "decideException").assignee()).isEqualTo("clara.brandt");
        complete(report, "decideException", SPONSOR, Map.of("verdict", "option", "option", "b", "reason", "The fair"));
        assertThat(open(report)).isEmpty();
        assertThat(completed(report)).contains("submitException", "recordDecision", "exceptionDecided");
        assertThat(reports.get(report).status()).isEqualTo(ExceptionStatus.DECIDED);
        assertThat(workItems.find(report).orElseThrow().state()).isEqualTo(State.CLOSED);
        assertThat(commitments.of(report))
                .extracting(Commitment::metric)
                .containsExactlyInAnyOrder(Metric.EXCEPTION_REPORT, Metric.EXCEPTION_DECISION);
        assertThat(commitments.of(report)).noneMatch(Commitment::running);
    }

    @Test
    void submittedAndDecidedOnItsPageItsTasksAreWithdrawn() {
        var report = submitted();
        assertThat(completed(report)).contains("submittedOnPage").doesNotContain("submitException");
        reports.decide(report, Verdict.CLOSE, "", "The fair is over by then", SPONSOR);
        assertThat(open(report)).isEmpty();
        assertThat(completed(report)).contains("decidedOnPage", "exceptionDecided");
    }

    @Test
    void returnedInTheInboxItIsWrittenAgain() {
        var report = submitted();
        complete(report, "decideException", SPONSOR, Map.of("verdict", "return", "reason", "What does renting cost?"));
        assertThat(open(report)).containsExactly("writeException");
        assertThat(task(report, "writeException").assignee()).isEqualTo("ines.castro");
        assertThat(running(report)).containsExactly(Metric.EXCEPTION_REPORT);
        assertThat(reports.content(report).versions())
                .extracting(one -> one.verb())
                .containsExactly("SUBMITTED", "RETURNED");
    }

    @Test
    void returnedOnItsPageItIsWrittenAndSubmittedAgain() {
        var report = submitted();
        reports.giveBack(report, "What does renting cost?", SPONSOR);
        assertThat(open(report)).containsExactly("writeException");
        assertThat(completed(report)).contains("returnedOnPage");
        reports.submit(report, MANAGER);
        assertThat(open(report)).containsExactly("decideException");
        assertThat(running(report)).containsExactly(Metric.EXCEPTION_DECISION);
    }

    @Test
    void withinTheToleranceAgainBeforeAnythingWasSubmittedItIsWithdrawn() {
        var report = demanded();
        move(64, "The rack came earlier");
        assertThat(reports.get(report).status()).isEqualTo(ExceptionStatus.WITHDRAWN);
        assertThat(reports.get(report).withdrawnBecause()).contains("84 forecast");
        assertThat(open(report)).isEmpty();
        assertThat(completed(report)).contains("exceptionWithdrawn", "nothingToReport");
        assertThat(commitments.of(report)).noneMatch(Commitment::running);
        move(75, "And later again");
        assertThat(all()).hasSize(2);
    }

    @Test
    void whatWasSubmittedIsStillToBeDecidedWhereTheProjectComesBackWithinItsTolerance() {
        var report = submitted();
        move(64, "The rack came earlier");
        assertThat(open(report)).containsExactly("decideException");
        assertThat(told(report, "EXCEPTION_FIGURES")).last().asString().contains("still to be decided");
    }

    @Test
    void anotherForecastChangesTheFiguresAndDemandsNoSecondReport() {
        var report = demanded();
        writing.edit(report, ExceptionSection.CAUSE, 1, "The supplier has no power supplies.", MANAGER);
        move(90, "Customs");
        assertThat(all()).hasSize(1);
        assertThat(reports.get(report).figures().forecast()).isEqualByComparingTo("110");
        assertThat(told(report, "EXCEPTION_FIGURES")).hasSize(1);
        var content = reports.content(report);
        assertThat(content.text(ExceptionSection.CAUSE)).isEqualTo("The supplier has no power supplies.");
        assertThat(content.text(ExceptionSection.CONSEQUENCES)).contains("110 días al terminar");
        assertThat(content.options())
                .singleElement()
                .extracting(ExceptionOption::days)
                .isEqualTo(30);
    }

    @Test
    void itIsDraftedFromWhatIsOnRecordAndWhatWasTypedIsKept() {
        var today = clock.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate();
        var delivery = deliveries.add(
                project,
                Map.of(
                        "supplier", "Nordrack",
                        "item", "Ten servers",
                        "amount", "800",
                        "promised", today.plusDays(50).toString(),
                        "milestone", String.valueOf(milestone)),
                MANAGER);
        deliveries.promise(
                project,
                delivery,
                Map.of("promised", today.plusDays(80).toString(), "reason", "no power supplies"),
                MANAGER);
        var report = all().get(0).number();
        assertThat(reports.content(report).text(ExceptionSection.CAUSE))
                .contains("TIME: 80 days promised, 5 more allowed (set by clara.brandt)")
                .contains("Hito «Racks run»", "20 días más tarde")
                .contains("Entrega de «Ten servers» por Nordrack", "30 días más tarde: no power supplies");
        writing.edit(report, ExceptionSection.CAUSE, 1, "Mine", MANAGER);
        assertThatThrownBy(() -> writing.edit(report, ExceptionSection.CAUSE, 1, "Theirs", MANAGER))
                .isInstanceOf(Refusal.Conflict.class);
        writing.redraft(report, ExceptionSection.CAUSE, MANAGER);
        assertThat(reports.content(report).text(ExceptionSection.CAUSE)).startsWith("TIME:");
        // in the language of whoever goes on from it
        writing.redraft(report, ExceptionSection.CAUSE, person("lena.hoffmann", Role.PROJECT_MANAGER));
        assertThat(reports.content(report).text(ExceptionSection.CAUSE))
                .contains("Milestone “Racks run”", "Delivery of “Ten servers” by Nordrack", "30 days later");
        writing.restore(report, ExceptionSection.CAUSE, 2, MANAGER);
        assertThat(reports.content(report).text(ExceptionSection.CAUSE)).isEqualTo("Mine");
    }

    @Test
    void anUnfinishedReportIsRefusedWithWhatIsMissing() {
        var report = demanded();
        assertThatThrownBy(() -> complete(report, "writeException", MANAGER, Map.of()))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("at least two options");
        assertThat(open(report)).containsExactly("writeException");
    }

    @Test
    void onlyTheLevelThatSetTheToleranceDecides() {
        var report = submitted();
        assertThatThrownBy(() -> reports.decide(report, Verdict.OPTION, "A", "I like it", MANAGER))
                .isInstanceOf(Refusal.NotAllowed.class)
                .hasMessageContaining("clara.brandt");
        assertThatThrownBy(() -> reports.giveBack(report, "No", OTHER)).isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() -> reports.decide(report, Verdict.OPTION, "Z", "It", SPONSOR))
                .isInstanceOf(Refusal.Invalid.class);
        reports.decide(report, Verdict.OPTION, "A", "It is the fair", SPONSOR);
        assertThatThrownBy(() -> reports.decide(report, Verdict.OPTION, "A", "Again", SPONSOR))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("decided");
    }

    @Test
    void theManagerDecidesWhereTheTableSetTheTolerance() {
        var own = "p" + UUID.randomUUID().toString().substring(0, 8);
        projects.create(
                new ProjectForm(own, "Oven", "", "ines.castro", "clara.brandt", "EUR", "UTC", day(-20)), MANAGER);
        var last = milestones.add(own, "Hot", "", day(60), MANAGER);
        milestones.move(own, last, "FORECAST", day(69), "The bricks", MANAGER);
        var report = reports.find(own, null, 0, 10).get(0).number();
        write(report);
        reports.submit(report, MANAGER);
        assertThat(task(report, "decideException").assignee()).isEqualTo("ines.castro");
        reports.decide(report, Verdict.OPTION, "A", "Nobody waits for it", MANAGER);
        assertThat(reports.get(report).status()).isEqualTo(ExceptionStatus.DECIDED);
    }

    @Test
    void aDecisionThatNeedsMoreThanIsAllowedOffersTheSponsorANewTolerance() {
        var report = submitted();
        var decided = reports.decide(report, Verdict.OPTION, "A", "We wait", SPONSOR);
        assertThat(reports.neededTolerance(decided))
                .hasValueSatisfying(size -> assertThat(size).isEqualByComparingTo(BigDecimal.valueOf(20)));
        assertThatThrownBy(() -> reports.confirmTolerance(report, "20", MANAGER))
                .isInstanceOf(Refusal.NotAllowed.class);
        var confirmed = reports.confirmTolerance(report, "20", SPONSOR);
        assertThat(reports.neededTolerance(confirmed)).isEmpty();
        assertThat(tolerances.current(project).get(0).reason()).contains(report.value());
        assertThatThrownBy(() -> reports.confirmTolerance(report, "20", SPONSOR))
                .isInstanceOf(Refusal.Conflict.class);
        move(79, "A day less");
        assertThat(all()).hasSize(1);
        move(81, "Two days more");
        assertThat(all()).hasSize(2);
    }

    @Test
    void aProjectThatIsClosedOwesNoReportAnyLonger() {
        var report = submitted();
        projects.close(project, "Sold", MANAGER);
        assertThat(reports.get(report).status()).isEqualTo(ExceptionStatus.WITHDRAWN);
        assertThat(open(report)).isEmpty();
        assertThat(commitments.of(report)).noneMatch(Commitment::running);
    }

    @Test
    void theOneWhoDecidesIsMailedWhenItIsSubmitted() {
        var report = submitted();
        assertThat(jdbc.sql("select username || ' ' || subject from outbox where work_item = ?")
                        .param(report.value())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("clara.brandt", report.value(), "Kiln");
    }

    @Test
    void theManagerIsMailedWhatCameOfIt() {
        var report = submitted();
        reports.giveBack(report, "What does renting cost?", SPONSOR);
        reports.submit(report, MANAGER);
        reports.giveBack(report, "And buying?", SPONSOR);
        reports.submit(report, MANAGER);
        reports.decide(report, Verdict.OPTION, "b", "The fair counts more", SPONSOR);
        var mails = jdbc.sql(
                        "select body_text from outbox where work_item = ? and username = 'ines.castro' order by id")
                .param(report.value())
                .query(String.class)
                .list();
        assertThat(mails).hasSize(3);
        assertThat(mails.get(0)).contains("What does renting cost?", "Clara Brandt", "/exceptions/" + report);
        assertThat(mails.get(2)).contains("The fair counts more", "B ");
    }

    @Test
    void aReportThatIsLateIsEscalatedToTheProject() {
        var report = demanded();
        var owed = commitments.of(report).get(0);
        due.after(Duration.ofDays(9));
        assertThat(commitments.get(owed.id()).stateAt(clock.instant()).name()).isEqualTo("BREACHED");
        assertThat(timeline.of(report)).extracting(TimelineEvent::kind).contains("ESCALATED");
    }

    private WorkItemNumber demanded() {
        move(80, "No power supplies");
        return all().get(0).number();
    }

    private WorkItemNumber submitted() {
        var report = demanded();
        write(report);
        reports.submit(report, MANAGER);
        return report;
    }

    private void write(WorkItemNumber report) {
        writing.edit(report, ExceptionSection.RECOMMENDATION, 0, "Rent racks until ours come.", MANAGER);
        writing.addOption(
                report,
                Map.of("title", "Rent racks", "days", "3", "cost", "4000", "risks", "", "recommended", "true"),
                MANAGER);
    }

    private List<ExceptionReport> all() {
        return reports.find(project, null, 0, 10);
    }

    private void move(int days, String reason) {
        milestones.move(project, milestone, "FORECAST", day(days), reason, MANAGER);
    }

    private String day(int days) {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
                .plusDays(days)
                .toString();
    }

    private void complete(WorkItemNumber report, String key, Actor by, Map<String, String> values) {
        inbox.complete(task(report, key).id(), by, values);
    }

    private InboxItem task(WorkItemNumber report, String key) {
        return inbox.of(report).stream()
                .filter(one -> one.key().equals(key) && one.endedAt() == null)
                .findFirst()
                .orElseThrow();
    }

    private List<String> open(WorkItemNumber report) {
        return inbox.of(report).stream()
                .filter(task -> task.endedAt() == null)
                .map(InboxItem::key)
                .toList();
    }

    private Set<String> completed(WorkItemNumber report) {
        return diagrams.of(report).orElseThrow().completed();
    }

    private List<Metric> running(WorkItemNumber report) {
        return commitments.of(report).stream()
                .filter(Commitment::running)
                .map(Commitment::metric)
                .toList();
    }

    private List<String> told(WorkItemNumber report, String kind) {
        return timeline.of(report).stream()
                .filter(one -> one.kind().equals(kind))
                .map(TimelineEvent::text)
                .toList();
    }
}
