package org.relevo.incident.crisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relevo.people.Actor;
import org.relevo.people.Actors;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.rules.Priority;
import org.relevo.support.Cases;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people do in a crisis room, apart from its meetings. */
@IntegrationTest
class CrisisRoomTests {

    private static final Actor VIEWER = new Actor("clara.brandt", Actor.Kind.PERSON, Set.of(Role.VIEWER), Set.of());

    @Autowired
    Cases cases;

    @Autowired
    CrisisRoles roles;

    @Autowired
    Hypotheses hypotheses;

    @Autowired
    Workarounds workarounds;

    @Autowired
    CrisisActions actions;

    @Autowired
    ShiftHandovers handovers;

    @Autowired
    Comments comments;

    @Autowired
    Meetings meetings;

    @Autowired
    MeetingMinutes minutes;

    @Autowired
    OpenQuestions questions;

    @Autowired
    OnIt onIt;

    @Autowired
    Actors actors;

    @Autowired
    Timeline timeline;

    @Autowired
    WorkItems workItems;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Test
    void aRoleIsGivenAndTakenOverAndEachChangeStandsOnTheTimeline() {
        var incident = cases.raise(Priority.P1);
        roles.assign(incident.number(), CrisisRole.INCIDENT_MANAGER, "jonas.weber", person("marta.ruiz"));
        roles.assign(incident.number(), CrisisRole.INCIDENT_MANAGER, "jonas.weber", person("marta.ruiz"));
        roles.assign(incident.number(), CrisisRole.INCIDENT_MANAGER, "marta.ruiz", person("marta.ruiz"));
        assertThat(roles.of(incident.number())).extracting(RoleHolder::username).containsExactly("marta.ruiz");
        assertThat(told(incident, "ROLE_TAKEN"))
                .containsExactly(
                        "Jonas Weber is now incident manager",
                        "Marta Ruiz took over as incident manager from Jonas Weber");
        assertThat(onIt.of(incident).get(0).person().username()).isEqualTo("marta.ruiz");
        roles.vacate(incident.number(), CrisisRole.INCIDENT_MANAGER, person("marta.ruiz"));
        assertThat(roles.of(incident.number())).isEmpty();
    }

    @Test
    void nobodyWhoMayOnlyLookIsGivenARole() {
        var incident = cases.raise(Priority.P1);
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> roles.assign(
                        incident.number(), CrisisRole.COMMUNICATIONS, "clara.brandt", person("marta.ruiz")));
    }

    @Test
    void whoMayOnlyLookChangesNothing() {
        var number = cases.raise(Priority.P1).number();
        var plan = MeetingPlan.USUAL;
        List<Runnable> verbs = List.of(
                () -> roles.assign(number, CrisisRole.TECHNICAL_LEAD, "jonas.weber", VIEWER),
                () -> roles.vacate(number, CrisisRole.TECHNICAL_LEAD, VIEWER),
                () -> comments.say(number, "I was here", null, VIEWER),
                () -> hypotheses.state(number, "It is the network", null, VIEWER),
                () -> hypotheses.add(number, 1, true, "seen", null, VIEWER),
                () -> hypotheses.decide(number, 1, Hypothesis.State.CONFIRMED, "proven", VIEWER),
                () -> workarounds.deploy(number, deployment("Standby"), null, VIEWER),
                () -> workarounds.assess(number, 1, "", "", 1, VIEWER),
                () -> workarounds.acceptRisk(number, 1, "risk", VIEWER),
                () -> workarounds.withdraw(number, 1, "because", VIEWER),
                () -> actions.agree(number, action("Call"), null, VIEWER),
                () -> actions.end(number, 1, CrisisAction.Outcome.DONE, VIEWER),
                () -> handovers.sign(number, "jonas.weber", "summary", null, VIEWER),
                () -> handovers.accept(number, 1, VIEWER),
                () -> meetings.call(number, plan, VIEWER, Locale.ENGLISH),
                () -> meetings.invite(number, 1, "jonas.weber", VIEWER),
                () -> meetings.move(number, 1, plan, VIEWER),
                () -> meetings.cancel(number, 1, "because", VIEWER),
                () -> meetings.end(number, 1, null, VIEWER, Locale.ENGLISH),
                () -> minutes.attended(number, 1, "jonas.weber", true, VIEWER),
                () -> minutes.write(number, 1, Meeting.Part.AGENDA, "text", 0, VIEWER));
        assertThat(verbs)
                .allSatisfy(verb ->
                        assertThatExceptionOfType(Refusal.NotAllowed.class).isThrownBy(verb::run));
    }

    @Test
    void aHypothesisIsWeighedByEvidenceAndDecidedWithAReason() {
        var incident = cases.raise(Priority.P1);
        var jonas = person("jonas.weber");
        var id = hypotheses.state(incident.number(), "The certificate of the broker expired", "form-1", jonas);
        assertThat(hypotheses.state(incident.number(), "The certificate of the broker expired", "form-1", jonas))
                .isNull();
        hypotheses.add(incident.number(), id, true, "Handshakes fail since 09:00", null, jonas);
        hypotheses.add(incident.number(), id, false, "Line 2 connects", "form-2", person("lena.hoffmann"));
        hypotheses.add(incident.number(), id, false, "Line 2 connects", "form-2", person("lena.hoffmann"));
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> hypotheses.decide(incident.number(), id, Hypothesis.State.CONFIRMED, " ", jonas));
        hypotheses.decide(incident.number(), id, Hypothesis.State.CONFIRMED, "A new one cured it", jonas);
        var hypothesis = hypotheses.of(incident.number()).get(0);
        assertThat(hypothesis.state()).isEqualTo(Hypothesis.State.CONFIRMED);
        assertThat(hypothesis.supporting()).hasSize(1);
        assertThat(hypothesis.contradicting())
                .extracting(Hypothesis.Evidence::byWhom)
                .containsExactly("lena.hoffmann");
        assertThat(told(incident, "HYPOTHESIS_CONFIRMED"))
                .containsExactly("Hypothesis confirmed: “The certificate of the broker expired”");
    }

    @Test
    void onlyAServiceManagerAcceptsTheRiskOfAWorkaround() {
        var incident = cases.raise(Priority.P1);
        workarounds.deploy(incident.number(), deployment("Standby broker"), null, person("jonas.weber"));
        var id = workarounds.of(incident.number()).get(0).id();
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> workarounds.acceptRisk(incident.number(), id, "No failover", person("jonas.weber")));
        workarounds.acceptRisk(incident.number(), id, "No failover until Monday", person("marta.ruiz"));
        workarounds.withdraw(incident.number(), id, "The broker is back", person("jonas.weber"));
        var workaround = workarounds.of(incident.number()).get(0);
        assertThat(workaround.riskAcceptedBy()).isEqualTo("marta.ruiz");
        assertThat(workaround.inPlace()).isFalse();
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> workarounds.assess(incident.number(), id, "works", "", 1, person("jonas.weber")));
    }

    @Test
    void whoAssessesAWorkaroundSecondIsToldAndOverwritesNothing() {
        var incident = cases.raise(Priority.P1);
        workarounds.deploy(incident.number(), deployment("Standby broker"), null, person("jonas.weber"));
        var id = workarounds.of(incident.number()).get(0).id();
        workarounds.assess(incident.number(), id, "Both lines run", "", 1, person("jonas.weber"));
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() ->
                        workarounds.assess(incident.number(), id, "Only one runs", "", 1, person("lena.hoffmann")));
        assertThat(workarounds.of(incident.number()).get(0).effect()).isEqualTo("Both lines run");
    }

    @Test
    void anActionHasAnOwnerAndATimeAndEndsOnce() {
        var incident = cases.raise(Priority.P1);
        actions.agree(incident.number(), action("Call the supplier"), null, person("marta.ruiz"));
        var action = actions.of(incident.number()).get(0);
        assertThat(action.late(clock.instant())).isFalse();
        assertThat(action.late(clock.instant().plus(Duration.ofHours(2)))).isTrue();
        actions.end(incident.number(), action.id(), CrisisAction.Outcome.DONE, person("jonas.weber"));
        actions.end(incident.number(), action.id(), CrisisAction.Outcome.DONE, person("marta.ruiz"));
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() ->
                        actions.end(incident.number(), action.id(), CrisisAction.Outcome.DROPPED, person("marta.ruiz")))
                .withMessageContaining("Jonas Weber");
        assertThat(actions.of(incident.number()).get(0).outcome()).isEqualTo(CrisisAction.Outcome.DONE);
        assertThat(told(incident, "ACTION_DONE")).containsExactly("Action done: “Call the supplier”");
        assertThat(told(incident, "ACTION_DROPPED")).isEmpty();
    }

    @Test
    void aShiftIsHandedOverBySignatureAndAcceptanceAndTheSummaryIsKept() {
        var incident = cases.raise(Priority.P1);
        roles.assign(incident.number(), CrisisRole.TECHNICAL_LEAD, "jonas.weber", person("jonas.weber"));
        var draft = questions.handover(incident, Locale.ENGLISH);
        assertThat(draft)
                .contains(
                        "State",
                        "Open questions",
                        "The role “Incident manager” is open: who takes it?",
                        "Next deadlines",
                        "Resolution: ");
        handovers.sign(incident.number(), "lena.hoffmann", draft, null, person("jonas.weber"));
        var id = handovers.of(incident.number()).get(0).id();
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> handovers.accept(incident.number(), id, person("tomas.novak")))
                .withMessageContaining("Lena Hoffmann");
        assertThat(roles.of(incident.number()).get(0).username()).isEqualTo("jonas.weber");
        handovers.accept(incident.number(), id, person("lena.hoffmann"));
        handovers.accept(incident.number(), id, person("lena.hoffmann"));
        assertThat(roles.of(incident.number()).get(0).username()).isEqualTo("lena.hoffmann");
        assertThat(told(incident, "HANDOVER_ACCEPTED")).hasSize(1);
        assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("update crisis_handover set summary = 'other' where id = ?")
                        .param(id)
                        .update());
    }

    @Test
    void theRoomOfAClosedIncidentIsClosed() {
        var incident = cases.raise(Priority.P1);
        jdbc.sql("update work_item set state = 'CLOSED' where number = ?")
                .param(incident.number().value())
                .update();
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> comments.say(incident.number(), "late", null, person("jonas.weber")))
                .withMessageContaining("Reopen it first");
    }

    private Workarounds.Deployment deployment(String text) {
        return new Workarounds.Deployment(text, "", "", null, null);
    }

    private CrisisActions.Agreed action(String text) {
        return new CrisisActions.Agreed(text, "jonas.weber", clock.instant().plus(Duration.ofHours(1)), null);
    }

    private Actor person(String username) {
        return actors.of(username).orElseThrow();
    }

    private List<String> told(WorkItem incident, String kind) {
        return timeline.of(incident.number()).stream()
                .filter(event -> event.kind().equals(kind))
                .map(TimelineEvent::text)
                .toList();
    }
}
