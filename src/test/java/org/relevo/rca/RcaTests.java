package org.relevo.rca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Commitments;
import org.relevo.escalation.Escalations;
import org.relevo.incident.ChangeImpact;
import org.relevo.incident.Duplicates;
import org.relevo.incident.Impacts;
import org.relevo.incident.Incidents;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.rca.RcaWriting.Answer;
import org.relevo.rules.Metric;
import org.relevo.rules.Priority;
import org.relevo.rules.TimeTarget;
import org.relevo.support.Analyses;
import org.relevo.support.Cases;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Analyses from the demand to the cure, without their pages. */
@IntegrationTest
class RcaTests {

    private static final Actor AUTHOR =
            new Actor("jonas.weber", Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of("mes-support"));
    private static final Actor OTHER =
            new Actor("lena.hoffmann", Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of("mes-support"));
    private static final Actor MANAGER =
            new Actor("marta.ruiz", Actor.Kind.PERSON, Set.of(Role.SERVICE_MANAGER, Role.AGENT), Set.of());

    @Autowired
    Impacts impacts;

    @Autowired
    Duplicates duplicates;

    @Autowired
    Analyses analyses;

    @Autowired
    Cases cases;

    @Autowired
    Incidents incidents;

    @Autowired
    Rcas rcas;

    @Autowired
    RcaWriting writing;

    @Autowired
    Actions actions;

    @Autowired
    Commitments commitments;

    @Autowired
    WorkItems workItems;

    @Autowired
    Timeline timeline;

    @Autowired
    Escalations escalations;

    @Autowired
    DueWork dueWork;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    SettableClock clock;

    @Test
    void aResolvedP1IsAnalysedOnceWithEveryReason() {
        var incident = cases.raise(Priority.P1);
        jdbc.update(
                "update commitment set state = 'BREACHED' where work_item = ? and metric = 'RESOLUTION'",
                incident.number().value());
        resolve(incident);
        var rca = rcas.about(incident.number()).orElseThrow();
        assertThat(rcas.content(rca.number()).reasons())
                .extracting(RcaContent.Reason::because)
                .containsExactlyInAnyOrder("it was a P1", "the resolution target was breached");
        var item = workItems.find(rca.number()).orElseThrow();
        assertThat(item.number().value()).startsWith("RCA-");
        assertThat(item.owner()).isEqualTo("marta.ruiz");
        assertThat(item.team()).isEqualTo("mes-support");
        assertThat(timeline.of(incident.number()))
                .extracting(TimelineEvent::kind)
                .contains("RCA_DEMANDED");
    }

    @Test
    void aP3ThatKeptWhatWasAgreedIsNotAnalysed() {
        var incident = cases.raise(Priority.P3);
        resolve(incident);
        assertThat(rcas.about(incident.number())).isEmpty();
    }

    @Test
    void manyUserMinutesDemandAnAnalysisOnceSomebodyHasSaidHowManyUsersThereWere() {
        var incident = cases.raise(Priority.P3);
        impacts.change(
                incident.number(),
                new ChangeImpact(java.util.List.of(), java.util.List.of(), 200, "", null),
                Cases.TEST);
        clock.advance(Duration.ofMinutes(50));
        resolve(incident);
        var rca = rcas.about(incident.number()).orElseThrow();
        assertThat(rcas.content(rca.number()).reasons())
                .extracting(RcaContent.Reason::because)
                .containsExactly("it cost 10,000 user minutes, the threshold is 10,000");
        assertThat(rcas.content(rca.number()).text(Section.IMPACT)).contains("200 people affected for 50 minutes");
    }

    @Test
    void aDuplicateIsAnalysedWithItsParentAndNotByItself() {
        var parent = cases.raise(Priority.P1);
        var child = cases.raise(Priority.P1);
        duplicates.mark(child.number(), parent.number(), "same line", Cases.TEST);
        resolve(parent);
        assertThat(rcas.about(parent.number())).isPresent();
        assertThat(rcas.about(child.number())).isEmpty();
    }

    @Test
    void theSecondOfTheSameSignatureIsAnalysedAsARepeatTogetherWithTheFirst() {
        var name = "DiskFull" + System.nanoTime();
        var first = analyses.demandedBy(name);
        var second = analyses.alert(name, "again");
        resolve(workItems.find(second).orElseThrow());
        assertThat(rcas.content(rcas.about(second).orElseThrow().number()).reasons())
                .extracting(RcaContent.Reason::because)
                .anyMatch(because -> because.contains("2 times within 30 days"));
        assertThat(rcas.about(second).orElseThrow().number()).isEqualTo(first);
        assertThat(rcas.about(second).orElseThrow().signature())
                .isEqualTo("paint-shop-mes · %s · site=Zaragoza".formatted(name));
    }

    @Test
    void itsDeadlinesCountBusinessDays() {
        var rca = analyses.demanded();
        assertThat(commitments.of(rca))
                .extracting(Commitment::metric, Commitment::target)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Metric.RCA_DRAFT, TimeTarget.businessDays(2)),
                        org.assertj.core.groups.Tuple.tuple(Metric.RCA_DELIVERY, TimeTarget.businessDays(5)));
        assertThat(commitments.of(rca).get(0).term().orElseThrow().calendar()).isEqualTo("plant");
    }

    @Test
    void theDraftQuotesTheEventsOfTheTimelineByTheirNumbers() {
        var content = rcas.content(analyses.demanded());
        var raised = content.events().get(0);
        assertThat(content.text(Section.TIMELINE)).contains("[#%d]".formatted(raised.id()));
        assertThat(Piece.lines(content.text(Section.TIMELINE), content.events())
                        .get(0)
                        .get(0)
                        .event())
                .isEqualTo(raised);
        assertThat(content.text(Section.SUMMARY)).contains("Paint shop MES", "P1");
        assertThat(content.whys())
                .singleElement()
                .satisfies(why -> assertThat(why.loose()).isTrue());
    }

    @Test
    void theSecondOfTwoWhoWriteASectionIsTold() {
        var rca = analyses.demanded();
        writing.edit(rca, Section.FACTORS, 1, "The alert came late", AUTHOR);
        assertThatThrownBy(() -> writing.edit(rca, Section.FACTORS, 1, "Nobody was there", OTHER))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("jonas.weber");
        writing.edit(rca, Section.FACTORS, 2, "Nobody was there", OTHER);
        assertThat(rcas.content(rca).text(Section.FACTORS)).isEqualTo("Nobody was there");
    }

    @Test
    void theSecondOfTwoWhoChangeAWhyIsTold() {
        var rca = analyses.demanded();
        var why = rcas.content(rca).whys().get(0);
        writing.changeWhy(rca, why.id(), why.text(), new Answer("Why did it stop?", null, null), AUTHOR);
        assertThatThrownBy(() ->
                        writing.changeWhy(rca, why.id(), why.text(), new Answer("Why so late?", null, null), OTHER))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("Why did it stop?");
    }

    @Test
    void itIsDraftedInTheLanguageAndZoneOfTheOneWhoAsks() {
        var rca = analyses.demanded();
        assertThat(rcas.content(rca).text(Section.SUMMARY))
                .contains(" affected ")
                .contains("less than a minute");
        var david = new Actor("david.moreno", Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of("mes-support"));
        writing.redraft(rca, Section.SUMMARY, david);
        assertThat(rcas.content(rca).text(Section.SUMMARY))
                .contains(" afectó a ", "menos de un minuto", "Europe/Madrid")
                .contains("[#");
        writing.redraft(rca, Section.IMPACT, david);
        assertThat(rcas.content(rca).text(Section.IMPACT)).contains("Respuesta: objetivo (", "cumplido");
    }

    @Test
    void aSectionThatIsDraftedAgainKeepsWhatWasWritten() {
        var rca = analyses.demanded();
        var drafted = rcas.content(rca).text(Section.SUMMARY);
        writing.edit(rca, Section.SUMMARY, 1, "All is well", AUTHOR);
        writing.redraft(rca, Section.SUMMARY, AUTHOR);
        assertThat(rcas.content(rca).text(Section.SUMMARY)).isEqualTo(drafted);
        assertThat(jdbc.queryForList(
                        "select text from rca_text where rca = ? and section = 'SUMMARY' order by version",
                        String.class,
                        rca.value()))
                .containsExactly(drafted, "All is well", drafted);
    }

    @Test
    void aQuotationOfAnEventOfAnotherIncidentIsRefused() {
        var other = rcas.content(analyses.demanded()).events().get(0).id();
        var rca = analyses.demanded();
        assertThatThrownBy(() -> writing.edit(rca, Section.LUCK, 1, "[#%d]".formatted(other), AUTHOR))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("[#%d]".formatted(other));
    }

    @Test
    void withoutARootCauseOrEvidenceItIsNotSentToReview() {
        var rca = analyses.demanded();
        assertThatThrownBy(() -> rcas.submit(rca, AUTHOR))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("root cause")
                .hasMessageContaining("ends without evidence");
        writing.edit(rca, Section.ROOT_CAUSE, 1, "Nobody watched", AUTHOR);
        var question = rcas.content(rca).whys().get(0).id();
        var action = actions.plan(rca, plan(), AUTHOR).number().value();
        writing.addWhy(rca, question, new Answer("Nobody is told", null, action), AUTHOR);
        assertThat(rcas.submit(rca, AUTHOR).status()).isEqualTo(RcaStatus.REVIEW);
        assertThatThrownBy(() -> writing.edit(rca, Section.LUCK, 1, "A guard passed by", AUTHOR))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("in review");
    }

    @Test
    void aVersionStaysAsItWasAndShowsWhatChangedSince() {
        var rca = analyses.demanded();
        analyses.write(rca, AUTHOR);
        rcas.submit(rca, AUTHOR);
        rcas.giveBack(rca, "Since when?", MANAGER);
        writing.edit(rca, Section.ROOT_CAUSE, 2, "Nobody has watched it since 2024", AUTHOR);
        assertThat(rcas.difference(rca, 2, 3))
                .contains(
                        new DiffLine(DiffLine.Kind.REMOVED, "Nobody watched when the certificate expires"),
                        new DiffLine(DiffLine.Kind.ADDED, "Nobody has watched it since 2024"));
        assertThatThrownBy(() -> jdbc.update("update rca_version set by_whom = 'x' where rca = ?", rca.value()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void onlySomebodyWhoWroteNothingOfItApproves() {
        var rca = analyses.demanded();
        analyses.write(rca, AUTHOR);
        writing.edit(rca, Section.LUCK, 1, "It was a Sunday", MANAGER);
        rcas.submit(rca, AUTHOR);
        assertThatThrownBy(() -> rcas.approve(rca, MANAGER))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("Somebody else");
        assertThatThrownBy(() -> rcas.agreeToSkip(rca, MANAGER)).isInstanceOf(Refusal.Conflict.class);
        rcas.askToSkip(rca, "A drill", MANAGER);
        assertThatThrownBy(() -> rcas.agreeToSkip(rca, MANAGER))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("Somebody else");
    }

    @Test
    void managementGetsItByMailWithItsPdf() throws Exception {
        var rca = analyses.demanded();
        analyses.write(rca, AUTHOR);
        writing.edit(rca, Section.FACTORS, 1, "El niño pingüino: ¿quién avisó? ¡Nadie! €", AUTHOR);
        rcas.submit(rca, AUTHOR);
        rcas.approve(rca, MANAGER);
        var mails = jdbc.queryForList(
                "select o.recipient, o.subject, a.content from outbox o join outbox_attachment a on a.mail = o.id where o.work_item = ?",
                rca.value());
        assertThat(mails)
                .extracting(mail -> mail.get("recipient"))
                .contains("marta.ruiz@demo.relevo.invalid", "clara.brandt@demo.relevo.invalid");
        try (var pdf = Loader.loadPDF((byte[]) mails.get(0).get("content"))) {
            var first = new PDFTextStripper();
            first.setEndPage(1);
            assertThat(first.getText(pdf))
                    .contains("Root-cause analysis %s".formatted(rca), "Paint shop stands still", "it was a P1")
                    .contains("approved by Marta Ruiz");
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Nobody watched when the certificate expires")
                    .contains("El niño pingüino: ¿quién avisó? ¡Nadie! €");
            var page = pdf.getPage(0).getMediaBox();
            assertThat(Math.round(page.getWidth())).isEqualTo(595);
            assertThat(Math.round(page.getHeight())).isEqualTo(842);
        }
    }

    @Test
    void thePdfSpeaksTheReadersLanguageAndIsTheSameEachTime() throws Exception {
        var rca = analyses.demanded();
        var spanish = rcas.pdf(rca, "david.moreno");
        try (var pdf = Loader.loadPDF(spanish)) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Análisis de causa raíz", "Cronología");
        }
        assertThat(rcas.pdf(rca, "david.moreno")).isEqualTo(spanish);
    }

    @Test
    void anActionsClockGoesOnWhenItsIncidentIsOverAndItsAnalysisDelivered() {
        var rca = delivered("ClockGoesOn" + System.nanoTime());
        var action = onlyAction(rca);
        assertThat(commitments.of(action.number()))
                .singleElement()
                .satisfies(one -> assertThat(one.running()).isTrue());
        assertThat(commitments.of(action.number()).get(0).target()).isEqualTo(TimeTarget.businessDays(5));
        assertThat(commitments.of(action.number()).get(0).dueAt(clock.instant()))
                .contains(action.dueAt());
        assertThatThrownBy(() -> actions.done(action.number(), "", AUTHOR)).isInstanceOf(Refusal.Invalid.class);
        var done = actions.done(action.number(), "Renewed", AUTHOR);
        assertThat(done.status()).isEqualTo(CorrectiveAction.Status.DONE);
        assertThat(done.quietUntil()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
        assertThat(commitments.of(action.number()).get(0).state()).isEqualTo(Commitment.Status.MET);
    }

    @Test
    void anActionThatIsForgottenRemindsItsOwnerAndThenTellsTheServiceManager() {
        var rca = delivered("Forgotten" + System.nanoTime());
        var action = onlyAction(rca);
        assertThat(levels(action)).isEmpty();
        dueWork.after(Duration.between(clock.instant(), action.dueAt()).minusHours(1));
        assertThat(levels(action)).containsExactly("1 OWNER");
        dueWork.after(Duration.ofHours(1));
        assertThat(levels(action)).containsExactly("1 OWNER", "2 OWNER");
        dueWork.after(Duration.ofDays(4));
        assertThat(levels(action)).startsWith("1 OWNER", "2 OWNER").contains("3 SERVICE_MANAGER");
        assertThat(cases.mails(action.number()))
                .extracting(Cases.OutgoingMail::recipient)
                .contains("lena.hoffmann@demo.relevo.invalid", "marta.ruiz@demo.relevo.invalid");
        actions.done(action.number(), "Renewed", AUTHOR);
        var told = levels(action).size();
        dueWork.after(Duration.ofDays(3));
        assertThat(levels(action)).hasSize(told);
    }

    private List<String> levels(CorrectiveAction action) {
        return escalations.of(action.number()).stream()
                .flatMap(one -> one.steps().stream())
                .map(step -> step.level() + " " + step.audience())
                .toList();
    }

    @Test
    void aRepeatNamesTheActionThatWasOverdueAndCountsAsPreventable() {
        var name = "Overdue" + System.nanoTime();
        var rca = delivered(name);
        var action = onlyAction(rca);
        jdbc.update(
                "update corrective_action set due_at = ? where number = ?",
                java.sql.Timestamp.from(clock.instant().minusSeconds(1)),
                action.number().value());
        var before = actions.preventable();
        var repeat = analyses.alert(name, "again");
        assertThat(rcas.get(rca).status()).isEqualTo(RcaStatus.DRAFTING);
        assertThat(timeline.of(rca))
                .extracting(TimelineEvent::text)
                .contains("It happened again as %s: %s “Renew it by itself” was overdue"
                        .formatted(repeat, action.number()));
        clock.advance(Duration.ofMinutes(20));
        resolve(workItems.find(repeat).orElseThrow());
        clock.advance(Duration.ofMinutes(5));
        var after = actions.preventable();
        assertThat(after.incidents() - before.incidents()).isEqualTo(1);
        assertThat(after.time().minus(before.time())).isEqualTo(Duration.ofMinutes(20));
        assertThat(rcas.about(repeat).orElseThrow().number()).isEqualTo(rca);
    }

    @Test
    void anActionThatDidNotHelpIsCalledIneffective() {
        var name = "DidNotHelp" + System.nanoTime();
        var rca = delivered(name);
        var action = onlyAction(rca);
        actions.done(action.number(), "Renewed", MANAGER);
        analyses.alert(name, "again");
        assertThat(actions.find(action.number()).orElseThrow().status()).isEqualTo(CorrectiveAction.Status.INEFFECTIVE);
        assertThat(commitments.of(rca))
                .filteredOn(Commitment::running)
                .extracting(Commitment::metric)
                .containsExactlyInAnyOrder(Metric.RCA_DRAFT, Metric.RCA_DELIVERY);
    }

    @Test
    void anActionIsPlannedForSomebodyByADayToCome() {
        var rca = analyses.demanded();
        var today = clock.instant().atZone(java.time.ZoneId.of("Europe/Madrid")).toLocalDate();
        assertThatThrownBy(() ->
                        actions.plan(rca, new Actions.Plan(" ", "nobody.known", null, today.minusDays(1)), AUTHOR))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Refusal.FieldProblem::field)
                                .containsExactly("title", "owner"));
        assertThatThrownBy(() ->
                        actions.plan(rca, new Actions.Plan("Late", "lena.hoffmann", null, today.minusDays(1)), AUTHOR))
                .isInstanceOf(Refusal.Invalid.class);
        var planned = actions.plan(rca, new Actions.Plan("Watch it", "lena.hoffmann", null, today), AUTHOR);
        assertThat(planned.dueAt())
                .isEqualTo(today.plusDays(1)
                        .atStartOfDay(java.time.ZoneId.of("Europe/Madrid"))
                        .toInstant());
    }

    @Test
    void eachRoleMayDoWhatItMayAndNothingElse() {
        var rca = analyses.demanded();
        var action = actions.plan(rca, plan(), AUTHOR).number();
        var verbs = new LinkedHashMap<String, Consumer<Actor>>();
        verbs.put("edit", who -> writing.edit(rca, Section.LUCK, 99, "x", who));
        verbs.put("redraft", who -> writing.redraft(rca, Section.LUCK, who));
        verbs.put("addWhy", who -> writing.addWhy(rca, -1L, new Answer("x", null, null), who));
        verbs.put("changeWhy", who -> writing.changeWhy(rca, -1, "", new Answer("x", null, null), who));
        verbs.put("removeWhy", who -> writing.removeWhy(rca, -1, who));
        verbs.put("plan", who -> actions.plan(rca, new Actions.Plan("", "", null, null), who));
        verbs.put("submit", who -> rcas.submit(rca, who));
        verbs.put("comment", who -> rcas.comment(rca, "", who));
        verbs.put("askToSkip", who -> rcas.askToSkip(rca, "", who));
        verbs.put("done", who -> actions.done(action, "", who));
        var ofManagers = Map.<String, Consumer<Actor>>of(
                "approve", who -> rcas.approve(rca, who),
                "return", who -> rcas.giveBack(rca, "x", who),
                "agree", who -> rcas.agreeToSkip(rca, who),
                "refuse", who -> rcas.refuseToSkip(rca, "x", who));
        for (var role : Role.values()) {
            verbs.forEach((verb, doing) -> tried(verb, role, doing, Set.of(Role.AGENT, Role.SERVICE_MANAGER)));
            ofManagers.forEach((verb, doing) -> tried(verb, role, doing, Set.of(Role.SERVICE_MANAGER)));
        }
        var owner = new Actor("lena.hoffmann", Actor.Kind.PERSON, Set.of(Role.VIEWER), Set.of());
        assertThat(actions.done(action, "Renewed", owner).doneBy()).isEqualTo("lena.hoffmann");
    }

    /** Those who may are refused for another reason at most: what they ask for is wrong on purpose. */
    private static void tried(String verb, Role role, Consumer<Actor> doing, Set<Role> allowed) {
        var who = new Actor("somebody", Actor.Kind.PERSON, Set.of(role), Set.of());
        var refused = org.assertj.core.api.Assertions.catchThrowable(() -> doing.accept(who));
        assertThat(refused instanceof Refusal.NotAllowed)
                .as("%s as %s is not allowed", verb, role)
                .isNotEqualTo(allowed.contains(role));
    }

    private WorkItemNumber delivered(String alertName) {
        var rca = analyses.demandedBy(alertName);
        analyses.write(rca, AUTHOR);
        actions.plan(rca, plan(), AUTHOR);
        rcas.submit(rca, AUTHOR);
        rcas.approve(rca, MANAGER);
        assertThat(workItems.find(rca).orElseThrow().state()).isEqualTo(State.RESOLVED);
        return rca;
    }

    private static Actions.Plan plan() {
        return new Actions.Plan("Renew it by itself", "lena.hoffmann", 5, null);
    }

    private CorrectiveAction onlyAction(WorkItemNumber rca) {
        return rcas.content(rca).actions().get(0);
    }

    private void resolve(WorkItem incident) {
        incidents.resolve(incident.number(), Cases.TEST, "It works again");
    }
}
