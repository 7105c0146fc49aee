package org.relevo.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.inbox.Inbox;
import org.relevo.inbox.InboxItem;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.project.Project;
import org.relevo.project.ProjectDesk;
import org.relevo.project.ProjectForm;
import org.relevo.project.raid.Assumption;
import org.relevo.project.raid.Assumptions;
import org.relevo.project.raid.Risk;
import org.relevo.project.raid.Risks;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;

/** Risks until they happen, and assumptions until they expire, with the engine that carries what follows. */
@IntegrationTest
class RaidTests {

    private static final Actor LEAD =
            new Actor("ines.castro", Actor.Kind.PERSON, Set.of(Role.PROJECT_MANAGER), Set.of());
    private static final Actor OWNER = new Actor("lena.hoffmann", Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of());

    @Autowired
    ProjectDesk desk;

    @Autowired
    Risks risks;

    @Autowired
    Assumptions assumptions;

    @Autowired
    Inbox inbox;

    @Autowired
    WorkItems workItems;

    @Autowired
    DueWork dueWork;

    @Autowired
    SettableClock clock;

    @Autowired
    Visitors visitors;

    private Project project;
    private LocalDate today;

    @BeforeEach
    void begin() {
        var key = "x" + UUID.randomUUID().toString().substring(0, 8);
        project = desk.create(
                new ProjectForm(key, "Kiln", "", "ines.castro", "clara.brandt", "EUR", "Europe/Madrid", ""), LEAD);
        today = project.today(clock);
    }

    private static Map<String, String> typed() {
        return new HashMap<>(Map.of(
                "title",
                "The servers come late",
                "probability",
                "4",
                "impact",
                "5",
                "owner",
                "lena.hoffmann",
                "response",
                "REDUCE",
                "responseText",
                "A second supplier",
                "afterProbability",
                "2",
                "afterImpact",
                "5",
                "trigger",
                "No date by May"));
    }

    @Test
    void aRiskIsWeighedBeforeAndAfterItsResponseAndEachChangeIsKept() {
        var risk = risks.add(project.key(), typed(), LEAD);
        assertThat(risk.before().score()).isEqualTo(20);
        assertThat(risk.before().level()).isEqualTo("high");
        assertThat(risk.after().level()).isEqualTo("medium");
        var changed = typed();
        changed.put("probability", "3");
        risks.change(project.key(), risk.id(), changed, LEAD);
        risks.change(project.key(), risk.id(), changed, LEAD);
        assertThat(risks.changes(risk.id()))
                .as("saying the same again changes nothing")
                .hasSize(2);
        var page = visitors.signedIn("marta.ruiz").get("/projects/%s/risks".formatted(project.key()));
        assertThat(page.page().select("table.heat").get(0).select("td.high a").text())
                .isEqualTo(String.valueOf(risk.id()));
        assertThat(page.page().select("table.heat").get(1).select("td.medium a").text())
                .isEqualTo(String.valueOf(risk.id()));
        assertThat(visitors.signedIn("marta.ruiz")
                        .get("/projects/%s/risks/risks.csv".formatted(project.key()))
                        .body())
                .contains("The servers come late", "A second supplier");
    }

    @Test
    void aRiskThatHappensIsAnIssueThatKnowsItsHistoryOnce() {
        var risk = risks.add(project.key(), typed(), LEAD);
        risks.occurred(project.key(), risk.id(), "They wrote today", LEAD);
        var happened = risks.occurred(project.key(), risk.id(), "Twice", LEAD);
        assertThat(happened.state()).isEqualTo(Risk.State.OCCURRED);
        var issue = workItems
                .find(new WorkItemNumber(String.valueOf(happened.issue())))
                .orElseThrow();
        assertThat(issue.title()).isEqualTo("The servers come late");
        assertThat(issue.description())
                .contains("Identified", "They wrote today")
                .doesNotContain("Twice");
        assertThatThrownBy(() -> risks.close(project.key(), risk.id(), "x", LEAD))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining(happened.issue());
    }

    @Test
    void whatIsMissingOrNonsenseIsRefusedFieldByFieldAndNobodyElseChangesRisks() {
        assertThatThrownBy(() -> risks.add(
                        project.key(),
                        Map.of(
                                "probability",
                                "6",
                                "impact",
                                "x",
                                "owner",
                                "no.one",
                                "response",
                                "HOPE",
                                "proximity",
                                "soon"),
                        LEAD))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Refusal.FieldProblem::field)
                                .contains(
                                        "title",
                                        "probability",
                                        "impact",
                                        "owner",
                                        "response",
                                        "proximity",
                                        "afterImpact"));
        assertThatThrownBy(() -> risks.add(project.key(), typed(), OWNER)).isInstanceOf(Refusal.NotAllowed.class);
        var kept = visitors.signedIn("ines.castro")
                .submit("/projects/%s/risks".formatted(project.key()), Map.of("title", "Kept", "probability", "9"));
        assertThat(kept.status()).isEqualTo(422);
        assertThat(kept.page().select("#risk-title").val()).isEqualTo("Kept");
    }

    private Assumption assume(int days) {
        return assumptions.add(
                project.key(),
                Map.of(
                        "text",
                        "Ten servers a month",
                        "owner",
                        "lena.hoffmann",
                        "source",
                        "the supplier's offer",
                        "until",
                        today.plusDays(days).toString(),
                        "tolerance",
                        "10"),
                LEAD);
    }

    private List<InboxItem> asked() {
        return inbox.of(project.number() == null ? new WorkItemNumber("PRJ-0") : project.number()).stream()
                .filter(one -> one.key().equals("reviewExpired") && one.endedAt() == null)
                .toList();
    }

    @Test
    void anAssumptionThatExpiresIsATaskOfItsOwnerOnceUntilItIsSettled() {
        var one = assume(2);
        assumptions.look(project);
        assertThat(asked()).isEmpty();
        dueWork.after(Duration.ofDays(3));
        assumptions.look(project);
        assumptions.look(project);
        assertThat(asked()).singleElement().satisfies(task -> {
            assertThat(task.assignee()).isEqualTo("lena.hoffmann");
            assertThat(task.name()).contains("Ten servers a month");
        });
        var again = project.today(clock).plusDays(30).toString();
        inbox.complete(asked().get(0).id(), OWNER, Map.of("answer", "holds", "until", again, "words", "Asked them"));
        assertThat(asked()).isEmpty();
        assertThat(assumptions.get(project, one.id()).validUntil()).isEqualTo(again);
        clock.advance(Duration.ofDays(32));
        assumptions.look(project);
        assertThat(asked()).as("the new day is over as well").hasSize(1);
        inbox.complete(asked().get(0).id(), OWNER, Map.of("answer", "wrong", "words", "Only five"));
        assertThat(assumptions.get(project, one.id()).state()).isEqualTo(Assumption.State.WRONG);
        assertThat(assumptions.changes(one.id())).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void oneThatIsSettledOnThePageTakesItsOwnTaskAwayOnly() {
        var one = assume(1);
        var other = assume(1);
        clock.advance(Duration.ofDays(2));
        assumptions.look(project);
        assertThat(asked()).hasSize(2);
        assumptions.holds(
                project.key(), one.id(), project.today(clock).plusDays(9).toString(), "", LEAD);
        assertThat(asked()).hasSize(1);
        assertThat(assumptions.get(project, other.id()).expired(project.today(clock)))
                .isTrue();
    }
}
