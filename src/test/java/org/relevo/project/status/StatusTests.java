package org.relevo.project.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.inbox.Inbox;
import org.relevo.inbox.InboxItem;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.project.Milestones;
import org.relevo.project.Project;
import org.relevo.project.ProjectDesk;
import org.relevo.project.ProjectForm;
import org.relevo.project.warning.Precision;
import org.relevo.project.warning.Warning;
import org.relevo.project.warning.Warnings;
import org.relevo.rules.StatusAspect;
import org.relevo.rules.StatusColour;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A project that is declared green while its end is forecast twice its tolerance late. */
@IntegrationTest
class StatusTests {

    private static final Actor LEAD =
            new Actor("ines.castro", Actor.Kind.PERSON, Set.of(Role.PROJECT_MANAGER), Set.of());

    @Autowired
    ProjectDesk desk;

    @Autowired
    Milestones milestones;

    @Autowired
    ProjectStatus status;

    @Autowired
    Warnings warnings;

    @Autowired
    Inbox inbox;

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
    private long milestone;

    @BeforeEach
    void begin() {
        var key = "s" + UUID.randomUUID().toString().substring(0, 8);
        var starts = LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Europe/Madrid"))
                .minusDays(60);
        project = desk.create(
                new ProjectForm(
                        key, "Paint line", "", "ines.castro", "marta.ruiz", "EUR", "Europe/Madrid", starts.toString()),
                LEAD);
        today = project.today(clock);
        milestone = milestones.add(key, "Go-live", "", today.plusDays(40).toString(), LEAD);
    }

    private static Map<String, String> all(String colour) {
        var typed = new HashMap<String, String>();
        for (var aspect : List.of("time", "cost", "scope", "overall")) {
            typed.put(aspect, colour);
            typed.put(aspect + "_text", "On track.");
        }
        return typed;
    }

    private void slip(int days) {
        milestones.move(
                project.key(),
                milestone,
                "FORECAST",
                today.plusDays(40 + days).toString(),
                "The servers are late.",
                LEAD);
    }

    private Contradiction time() {
        return status.contradictions(project, 10).stream()
                .filter(one -> one.aspect() == StatusAspect.TIME)
                .findFirst()
                .orElseThrow();
    }

    private List<InboxItem> tasks() {
        return inbox.of(Objects.requireNonNull(project.number())).stream()
                .filter(one -> one.endedAt() == null)
                .toList();
    }

    private List<String> mailsTo(String username) {
        return jdbc.sql("select subject from outbox where username = :to and work_item = :case order by id")
                .param("to", username)
                .param("case", String.valueOf(project.number()))
                .query(String.class)
                .list();
    }

    private List<String> told() {
        return jdbc.sql("select kind from timeline_event where work_item = ? order by id")
                .param(String.valueOf(project.number()))
                .query(String.class)
                .list();
    }

    @Test
    void theAuthorIsAskedThenTheSponsorIsToldAndTheExplanationEndsIt() {
        status.declare(project.key(), all("GREEN"), LEAD);
        status.declare(project.key(), all("GREEN"), LEAD);
        assertThat(status.count(project)).as("sent twice, declared once").isEqualTo(1);
        assertThat(status.contradictions(project, 10)).isEmpty();
        slip(20);
        var began = time();
        assertThat(began.computed()).isEqualTo(StatusColour.RED);
        assertThat(began.reasons()).anySatisfy(reason -> assertThat(reason).contains("TIME TOLERANCE is 200"));
        assertThat(status.computed(project))
                .filteredOn(one -> one.aspect() == StatusAspect.OVERALL)
                .singleElement()
                .satisfies(one -> assertThat(one.colour()).isEqualTo(StatusColour.RED));
        dueWork.after(Duration.ofHours(23));
        assertThat(tasks()).isEmpty();
        dueWork.after(Duration.ofHours(2));
        assertThat(tasks())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.assignee()).isEqualTo("ines.castro"));
        assertThat(mailsTo("ines.castro"))
                .anySatisfy(subject -> assertThat(subject).contains("Paint line"));
        assertThat(time().toldAt()).isNull();
        dueWork.after(Duration.ofDays(4));
        assertThat(time().toldAt()).isNotNull();
        var before = mailsTo("marta.ruiz").size();
        var page = visitors.signedIn("marta.ruiz").get("/projects/%s/status".formatted(project.key()));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("TIME TOLERANCE is 200");
        tasks().forEach(one -> inbox.complete(one.id(), LEAD, Map.of("explanation", "The date is renegotiated.")));
        assertThat(time().endedBecause()).isEqualTo("EXPLAINED");
        assertThat(mailsTo("marta.ruiz")).hasSize(before + 2);
        assertThat(tasks()).isEmpty();
        slip(21);
        assertThat(time().open()).as("explained once is explained").isFalse();
    }

    @Test
    void aWorseDeclarationEndsTheQuestionAndItsTask() {
        slip(20);
        status.declare(project.key(), all("GREEN"), LEAD);
        dueWork.after(Duration.ofHours(25));
        assertThat(tasks()).hasSize(2);
        status.declare(project.key(), all("RED"), LEAD);
        assertThat(time().endedBecause()).isEqualTo("AGREED");
        assertThat(tasks()).isEmpty();
        dueWork.after(Duration.ofDays(9));
        assertThat(time().toldAt()).isNull();
    }

    @Test
    void whatIsMissingIsSaidAtItsFieldAndOnlyWhoLeadsDeclares() {
        var typed = all("GREEN");
        typed.put("cost", "PINK");
        typed.remove("time_text");
        assertThatThrownBy(() -> status.declare(project.key(), typed, LEAD))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Refusal.FieldProblem::field)
                                .containsExactly("time_text", "cost"));
        var stranger = new Actor("lena.hoffmann", Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of());
        assertThatThrownBy(() -> status.declare(project.key(), all("GREEN"), stranger))
                .isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void aWarningIsKeptUntilItsOutcomeIsKnownAndItsRuleSaysHowOftenItWasRight() {
        slip(20);
        slip(22);
        assertThat(warnings.of(project.key(), 10)).singleElement().satisfies(one -> {
            assertThat(one.outcome()).isEqualTo(Warning.Outcome.OPEN);
            assertThat(one.foreseen()).isEqualByComparingTo("108.00");
            assertThat(one.forecast()).isEqualByComparingTo("120");
            assertThat(one.standing()).isTrue();
        });
        assertThat(warnings.foreseen(project)).singleElement().satisfies(one -> {
            assertThat(one.needed()).as("too little history").isEqualTo(8);
            assertThat(one.high()).isNull();
        });
        var rule = warnings.of(project.key(), 1).get(0).rule();
        var before = wrong(rule);
        milestones.move(project.key(), milestone, "ACTUAL", today.toString(), "Live.", LEAD);
        assertThat(warnings.of(project.key(), 10))
                .singleElement()
                .satisfies(one -> assertThat(one.outcome()).isEqualTo(Warning.Outcome.WRONG));
        assertThat(wrong(rule)).isEqualTo(before + 1);
        assertThat(told()).contains("FORECAST_WARNED", "WARNING_SETTLED");
    }

    private long wrong(String rule) {
        return warnings.precision().stream()
                .filter(one -> one.rule().equals(rule))
                .mapToLong(Precision::wrong)
                .sum();
    }

    @Test
    void nobodyIsAskedAboutAClosedProjectAndItsWarningsAreNeitherRightNorWrong() {
        slip(20);
        status.declare(project.key(), all("GREEN"), LEAD);
        dueWork.after(Duration.ofHours(25));
        assertThat(tasks()).hasSize(2);
        assertThat(warnings.of(project.key(), 10))
                .extracting(Warning::outcome)
                .isNotEmpty()
                .containsOnly(Warning.Outcome.OPEN);
        desk.close(project.key(), "The plant is sold.", LEAD);
        assertThat(tasks()).isEmpty();
        assertThat(time().endedBecause()).isEqualTo("CLOSED");
        assertThat(warnings.of(project.key(), 10)).extracting(Warning::outcome).containsOnly(Warning.Outcome.VOID);
        dueWork.after(Duration.ofDays(9));
        assertThat(time().toldAt()).isNull();
    }
}
