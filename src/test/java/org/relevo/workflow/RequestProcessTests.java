package org.relevo.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
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
import org.relevo.project.report.ProgressReports;
import org.relevo.project.report.ReportRequest;
import org.relevo.project.report.ReportRequests;
import org.relevo.rules.Priority;
import org.relevo.support.Courses;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through the process of a request for a progress report, on the real engine. */
@IntegrationTest
class RequestProcessTests {

    private static final Actor LEAD =
            new Actor("ines.castro", Actor.Kind.PERSON, Set.of(Role.PROJECT_MANAGER), Set.of());
    private static final Actor SPONSOR = new Actor("marta.ruiz", Actor.Kind.PERSON, Set.of(Role.VIEWER), Set.of());
    private static final Actor STRANGER =
            new Actor("lena.hoffmann", Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of("mes-support"));

    @Autowired
    ProjectDesk desk;

    @Autowired
    Milestones milestones;

    @Autowired
    ProjectTolerances tolerances;

    @Autowired
    ReportRequests requests;

    @Autowired
    ProgressReports reports;

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

    private Project project;
    private LocalDate today;

    @BeforeEach
    void begin() {
        var key = "r" + UUID.randomUUID().toString().substring(0, 8);
        project = desk.create(
                new ProjectForm(key, "Paint line", "", "ines.castro", "marta.ruiz", "EUR", "Europe/Madrid", ""), LEAD);
        today = project.today(clock);
        milestones.add(key, "Go-live", "", today.plusDays(40).toString(), LEAD);
    }

    private Map<String, String> asked(String urgency) {
        return Map.of(
                "from",
                today.minusDays(20).toString(),
                "until",
                today.toString(),
                "urgency",
                urgency,
                "question",
                "What of the servers?");
    }

    private WorkItemNumber ask() {
        return requests.ask(project.key(), asked("high"), SPONSOR);
    }

    /** Path by path: none is left out. */
    @AfterAll
    static void everyEndAndBoundaryEventWasComeTo(@Autowired Courses courses) {
        courses.everyEndAndBoundaryEventOf("management-request");
    }

    @Test
    void theProjectManagerHasTheTaskAndItsCompletionIssuesTheReport() throws IOException {
        var number = ask();
        assertThat(task(number).assignee()).isEqualTo("ines.castro");
        inbox.complete(task(number).id(), LEAD, Map.of("answer", "deliver", "text", "Two weeks late, and why"));
        assertThat(open(number)).isEmpty();
        assertThat(requests.get(number).state()).isEqualTo(ReportRequest.State.ANSWERED);
        assertThat(workItems.find(number).orElseThrow().state()).isEqualTo(State.CLOSED);
        assertThat(commitments.of(number))
                .allSatisfy(one -> assertThat(one.state()).isEqualTo(Commitment.Status.MET));
        assertThat(diagrams.of(number).orElseThrow().completed()).contains("answerRequest", "requestAnswered");
        assertThat(mailsOf("marta.ruiz"))
                .filteredOn(subject -> subject.startsWith("[Paint line]"))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains(" 1: " + today.minusDays(20), today.toString());
        var page = visitors.signedIn("marta.ruiz").get("/projects/%s/reports/1".formatted(project.key()));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Two weeks late, and why").contains("Go-live");
        var pdf = jdbc.sql(
                        "select a.content from outbox o join outbox_attachment a on a.mail = o.id where o.work_item = ?")
                .param(String.valueOf(project.number()))
                .query(byte[].class)
                .single();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Two weeks late", "Go-live");
        }
    }

    @Test
    void aReportThatCoversThePeriodAnswersTheRequest() {
        var number = ask();
        requests.issue(project.key(), issued("All is well"), LEAD);
        assertThat(open(number)).isEmpty();
        assertThat(requests.get(number).state()).isEqualTo(ReportRequest.State.ANSWERED);
        assertThat(diagrams.of(number).orElseThrow().completed()).contains("answeredOnPage", "issuedElsewhere");
    }

    @Test
    void aReportOfAShorterPeriodAnswersNothing() {
        var number = ask();
        requests.issue(
                project.key(),
                Map.of("from", today.toString(), "until", today.toString(), "summary", "Only today"),
                LEAD);
        assertThat(requests.get(number).open()).isTrue();
    }

    @Test
    void whatIsDeclinedSaysWhyAndOwesNothing() {
        var byTask = ask();
        inbox.complete(task(byTask).id(), LEAD, Map.of("answer", "decline", "text", "It was issued yesterday"));
        assertThat(requests.get(byTask).state()).isEqualTo(ReportRequest.State.DECLINED);
        assertThat(requests.get(byTask).reason()).isEqualTo("It was issued yesterday");
        assertThat(diagrams.of(byTask).orElseThrow().completed()).contains("requestDeclined");
        var byPage = ask();
        var page = visitors.signedIn("ines.castro")
                .submit("/requests/%s/decline".formatted(byPage), Map.of("reason", " "));
        assertThat(page.status()).isEqualTo(422);
        requests.decline(byPage, "No time", LEAD);
        assertThat(open(byPage)).isEmpty();
        assertThat(commitments.of(byPage))
                .allSatisfy(one -> assertThat(one.state()).isEqualTo(Commitment.Status.CANCELLED));
        assertThat(diagrams.of(byPage).orElseThrow().completed()).contains("declinedElsewhere");
        assertThatThrownBy(() -> requests.decline(byPage, "Twice", LEAD))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("declined already");
    }

    @Test
    void whoeverAskedTakesItBack() {
        var number = ask();
        assertThatThrownBy(() -> requests.withdraw(number, "I know by now", STRANGER))
                .isInstanceOf(Refusal.NotAllowed.class);
        requests.withdraw(number, "I know by now", SPONSOR);
        assertThat(open(number)).isEmpty();
        assertThat(diagrams.of(number).orElseThrow().completed()).contains("requestWithdrawn");
    }

    @Test
    void onlyWhoOverseesItAsksAndTheSameTwiceIsOnce() {
        assertThatThrownBy(() -> requests.ask(project.key(), asked("high"), STRANGER))
                .isInstanceOf(Refusal.NotAllowed.class)
                .hasMessageContaining("marta.ruiz");
        assertThat(ask()).isEqualTo(ask());
        assertThatThrownBy(() -> requests.ask(
                        project.key(),
                        Map.of(
                                "from",
                                today.toString(),
                                "until",
                                today.plusDays(1).toString(),
                                "urgency",
                                "soon"),
                        SPONSOR))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Refusal.FieldProblem::field)
                                .containsExactlyInAnyOrder("until", "urgency"));
    }

    @Test
    void rulesGiveThePriorityAndAProjectBeyondItsToleranceIsWaitedForMore() {
        var usual = requests.ask(project.key(), asked("medium"), SPONSOR);
        assertThat(workItems.find(usual).orElseThrow().priority()).isEqualTo(Priority.P3);
        tolerances.set(project.key(), "TIME", "", "2", "AMOUNT", "a pilot", SPONSOR);
        var milestone = plans().get(0);
        milestones.move(project.key(), milestone, "FORECAST", today.plusDays(60).toString(), "no servers", LEAD);
        var beyond = requests.ask(
                project.key(),
                Map.of("from", today.toString(), "until", today.toString(), "urgency", "medium"),
                SPONSOR);
        assertThat(workItems.find(beyond).orElseThrow().priority()).isEqualTo(Priority.P2);
    }

    @Test
    void whoDoesNotDeliverIsRemindedAndTheSponsorIsTold() {
        ask();
        dueWork.after(Duration.ofDays(6));
        assertThat(mailsOf("ines.castro")).isNotEmpty();
        assertThat(mailsOf("marta.ruiz")).isNotEmpty();
    }

    @Test
    void aReportStaysAsItWasIssuedAndTheSameTwiceIsOnce() {
        var first = requests.issue(project.key(), issued("As promised"), LEAD);
        assertThat(requests.issue(project.key(), issued("As promised"), LEAD)).isEqualTo(first);
        milestones.add(project.key(), "Hand-over", "", today.plusDays(50).toString(), LEAD);
        assertThat(reports.content(first).tables(java.util.Locale.ENGLISH).toString())
                .contains("Go-live")
                .doesNotContain("Hand-over");
        assertThat(requests.issue(project.key(), issued("One more"), LEAD).number())
                .isEqualTo(2);
        assertThatThrownBy(() -> requests.issue(project.key(), issued("x"), STRANGER))
                .isInstanceOf(Refusal.NotAllowed.class);
    }

    private Map<String, String> issued(String summary) {
        return Map.of("from", today.minusDays(30).toString(), "until", today.toString(), "summary", summary);
    }

    private List<Long> plans() {
        return jdbc.sql("select id from project_milestone where project = ?")
                .param(project.key())
                .query(Long.class)
                .list();
    }

    private InboxItem task(WorkItemNumber number) {
        return inbox.of(number).stream()
                .filter(one -> one.endedAt() == null)
                .findFirst()
                .orElseThrow();
    }

    private List<String> open(WorkItemNumber number) {
        return inbox.of(number).stream()
                .filter(one -> one.endedAt() == null)
                .map(InboxItem::key)
                .toList();
    }

    /** The subjects of what one of them is told of this project and of the cases that it has. */
    private List<String> mailsOf(String username) {
        return jdbc.sql("""
                        select subject from outbox where (username = :to or recipient like :to || '@%') and (work_item = :project or work_item in
                            (select number from report_request where project = :key)) order by id""")
                .param("to", username)
                .param("project", String.valueOf(project.number()))
                .param("key", project.key())
                .query(String.class)
                .list();
    }
}
