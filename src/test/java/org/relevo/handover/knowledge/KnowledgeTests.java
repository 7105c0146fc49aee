package org.relevo.handover.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.handover.Criteria;
import org.relevo.handover.Criterion;
import org.relevo.handover.HandoverStatus;
import org.relevo.handover.Handovers;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.project.ProjectDesk;
import org.relevo.project.ProjectForm;
import org.relevo.rules.GateVerdict.Verdict;
import org.relevo.rules.Need;
import org.relevo.service.ServiceCatalogue;
import org.relevo.service.ServiceForm;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Who is taught what, and that nobody but the taught says that it was understood. */
@IntegrationTest
class KnowledgeTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Actor MANAGER = person("ines.castro", Role.PROJECT_MANAGER);
    private static final Actor OPERATIONS = person("marta.ruiz", Role.SERVICE_MANAGER);
    private static final Actor ADMIN = person("admin", Role.ADMIN);

    @Autowired
    ProjectDesk projects;

    @Autowired
    ServiceCatalogue catalogue;

    @Autowired
    Handovers handovers;

    @Autowired
    Criteria criteria;

    @Autowired
    Knowledge knowledge;

    @Autowired
    People people;

    @Autowired
    Visitors visitors;

    @Autowired
    SettableClock clock;

    private WorkItemNumber number = new WorkItemNumber("HO-1");
    private List<String> team = List.of();

    private static Actor person(String name, Role role) {
        return new Actor(name, Actor.Kind.PERSON, Set.of(role), Set.of());
    }

    private static Actor engineer(String name) {
        return person(name, Role.AGENT);
    }

    @BeforeEach
    void begin() {
        var key = UUID.randomUUID().toString().substring(0, 8);
        projects.create(
                new ProjectForm("p" + key, "Kiln", "", "ines.castro", "clara.brandt", "EUR", "UTC", day(-20)), MANAGER);
        catalogue.create(
                ADMIN,
                new ServiceForm("s" + key, "Kiln control " + key, "", "silver", "ops", "marta.ruiz", "", "", ""));
        number = handovers
                .request("p" + key, Map.of("service", "s" + key, "scope", "The control of the kiln"), MANAGER)
                .number();
        handovers.plan(number, Map.of("goLiveOn", day(40), "earlyLifeDays", "20"), MANAGER);
        team = people.membersOf("ops").stream()
                .filter(Person::enabled)
                .map(Person::username)
                .toList();
        assertThat(team).hasSizeGreaterThan(1).doesNotContain("ines.castro");
    }

    private String day(int from) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(from)
                .toString();
    }

    private Map<String, String> session(Duration from) {
        var typed = new HashMap<String, String>();
        typed.put("topic", "Restart of the kiln");
        typed.put("agenda", "Burner, fan, alarms");
        typed.put(
                "startsAt",
                LocalDateTime.ofInstant(clock.instant().plus(from), ZoneId.of("Europe/Madrid"))
                        .withNano(0)
                        .withSecond(0)
                        .toString());
        typed.put("zone", "Europe/Madrid");
        typed.put("minutes", "60");
        typed.put("trainer", "ines.castro");
        typed.put("material", "https://wiki.example/kiln");
        typed.put("receivers", String.join(",", team));
        return typed;
    }

    private Criterion training() {
        handovers.look(number);
        return handovers.criteria(number).stream()
                .filter(one -> one.key().equals("training"))
                .findFirst()
                .orElseThrow();
    }

    private long taught() {
        var session = knowledge.arrange(number, session(Duration.ofHours(-2)), MANAGER);
        knowledge.attendance(number, session.id(), Map.of("attended", String.join(",", team)), MANAGER);
        return session.id();
    }

    @Test
    void trainingIsMetWhenEverybodyOfTheTeamWasThereAndSaysToHaveUnderstood() {
        assertThat(training().figure()).isEqualByComparingTo(String.valueOf(team.size()));
        criteria.show(training().id(), Map.of("text", "All were trained, believe me"), MANAGER);
        assertThat(training().met()).as("nobody's word replaces it").isFalse();
        var session = taught();
        assertThat(training().met()).as("attended and not confirmed").isFalse();
        for (var one : team.subList(1, team.size())) {
            knowledge.confirm(number, session, engineer(one));
        }
        assertThat(training().met()).as("one is missing").isFalse();
        assertThat(training().said())
                .contains(people.find(team.get(0)).orElseThrow().name());
        knowledge.confirm(number, session, engineer(team.get(0)));
        assertThat(training().met()).isTrue();
    }

    @Test
    void nobodyConfirmsForSomebodyElse() {
        team = List.of("jonas.weber", "priya.nair");
        var session = taught();
        for (var other : List.of(MANAGER, OPERATIONS, ADMIN, engineer("tomas.novak"))) {
            assertThatThrownBy(() -> knowledge.confirm(number, session, other))
                    .as(other.name())
                    .isInstanceOf(Refusal.NotAllowed.class);
        }
        // a token that bears the name of a person is none
        var machine = new Actor(team.get(0), Actor.Kind.TOKEN, Set.of(Role.values()), Set.of());
        assertThatThrownBy(() -> knowledge.confirm(number, session, machine)).isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() -> knowledge.confirm(number, session, Actor.system(team.get(0))))
                .isInstanceOf(Refusal.NotAllowed.class);
        assertThat(knowledge.sessions(number).get(0).receivers()).allMatch(one -> one.confirmedAt() == null);
    }

    @Test
    void whoWasNotThereOrConfirmedAlreadyDoesNotConfirm() {
        var session = knowledge
                .arrange(number, session(Duration.ofHours(-2)), MANAGER)
                .id();
        var first = engineer(team.get(0));
        var second = engineer(team.get(1));
        assertThatThrownBy(() -> knowledge.confirm(number, session, first)).isInstanceOf(Refusal.Conflict.class);
        knowledge.attendance(number, session, Map.of("attended", team.get(0)), MANAGER);
        assertThatThrownBy(() -> knowledge.confirm(number, session, second)).isInstanceOf(Refusal.Conflict.class);
        knowledge.confirm(number, session, first);
        assertThatThrownBy(() -> knowledge.confirm(number, session, first)).isInstanceOf(Refusal.Conflict.class);
        // the trainer cannot take back what was confirmed
        knowledge.attendance(number, session, Map.of("attended", team.get(1)), MANAGER);
        assertThat(knowledge
                        .sessions(number)
                        .get(0)
                        .receiver(team.get(0))
                        .orElseThrow()
                        .confirmedAt())
                .isNotNull();
        handovers.rollBack(number, "The kiln is sold", MANAGER);
        assertThatThrownBy(() -> knowledge.confirm(number, session, second)).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void attendanceIsTheTrainersWordAndNotGivenBeforeTheSession() {
        var later =
                knowledge.arrange(number, session(Duration.ofHours(2)), MANAGER).id();
        var there = Map.of("attended", team.get(0));
        assertThatThrownBy(() -> knowledge.attendance(number, later, there, MANAGER))
                .isInstanceOf(Refusal.Conflict.class);
        var session = knowledge
                .arrange(number, session(Duration.ofHours(-1)), MANAGER)
                .id();
        for (var other : List.of(OPERATIONS, ADMIN, engineer(team.get(0)))) {
            assertThatThrownBy(() -> knowledge.attendance(number, session, there, other))
                    .isInstanceOf(Refusal.NotAllowed.class);
        }
        assertThatThrownBy(() -> knowledge.attendance(number, session, Map.of("attended", "paul.fischer"), MANAGER))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void aNewNeedOrAnotherReceiverShutsTheGateThatWasOpen() {
        var session = taught();
        team.forEach(one -> knowledge.confirm(number, session, engineer(one)));
        handovers.criteria(number).stream()
                .filter(one -> one.need() == Need.MUST && one.missing())
                .forEach(one -> criteria.waive(
                        one.id(),
                        Map.of("reason", "Next month", "owner", "ines.castro", "expiresOn", day(30)),
                        OPERATIONS));
        assertThat(handovers.get(number).status()).isEqualTo(HandoverStatus.READY);
        knowledge.need(number, Map.of("person", team.get(0), "topic", "The fan", "neededBy", day(9)), MANAGER);
        assertThat(handovers.get(number).gate().verdict()).isEqualTo(Verdict.NO_GO);
        assertThat(handovers.get(number).status()).isEqualTo(HandoverStatus.PREPARING);
        var need = knowledge.needs(number).get(0);
        assertThat(need.state()).isEqualTo(TrainingNeed.State.OPEN);
        knowledge.cover(number, need.id(), String.valueOf(session), MANAGER);
        assertThat(knowledge.needs(number).get(0).state()).isEqualTo(TrainingNeed.State.CONFIRMED);
        assertThat(handovers.get(number).status()).isEqualTo(HandoverStatus.READY);
        knowledge.invite(number, session, Map.of("person", "clara.brandt"), MANAGER);
        assertThat(handovers.get(number).status()).isEqualTo(HandoverStatus.PREPARING);
    }

    @Test
    void aCancelledSessionTeachesNobody() {
        var session = taught();
        team.forEach(one -> knowledge.confirm(number, session, engineer(one)));
        assertThat(training().met()).isTrue();
        knowledge.cancel(number, session, "It was about another kiln", MANAGER);
        assertThat(training().met()).isFalse();
        assertThatThrownBy(() -> knowledge.confirm(number, session, engineer(team.get(0))))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void peopleDoAllOfItOnThePageAndWhatTheyTypeIsKept() {
        var page = "/handovers/" + number + "/knowledge";
        var ines = visitors.signedIn("ines.castro");
        assertThat(ines.get(page).page().select("#sessions .empty, #needs .empty"))
                .hasSize(2);
        var wrong = new HashMap<>(session(Duration.ofHours(-1)));
        wrong.put("zone", "Madrid");
        wrong.put("material", "javascript:alert(1)");
        wrong.put("minutes", "0");
        wrong.remove("receivers");
        var refused = ines.submit(page + "/sessions", wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("details[open] .problem")).hasSize(4);
        assertThat(refused.page().select("#agenda").text()).isEqualTo("Burner, fan, alarms");
        var right = session(Duration.ofHours(-1));
        right.remove("receivers");
        right.put("receivers.jonas.weber", "true");
        right.put("receivers.priya.nair", "true");
        assertThat(ines.submit(page + "/sessions", right).location()).endsWith("?saved");
        var one = "/sessions/" + knowledge.sessions(number).get(0).id();
        var jonas = visitors.signedIn("jonas.weber");
        assertThat(jonas.get(page).page().select("form[action$=/confirm]")).isEmpty();
        assertThat(jonas.submit(page + one + "/confirm", Map.of()).status()).isEqualTo(409);
        assertThat(jonas.submit(page + one + "/attendance", Map.of("attended.jonas.weber", "true"))
                        .status())
                .isEqualTo(403);
        ines.submit(page + one + "/attendance", Map.of("attended.jonas.weber", "true"));
        assertThat(ines.get(page).page().select("form[action$=/confirm]")).isEmpty();
        assertThat(jonas.get(page).page().select("form[action$=/confirm]")).hasSize(1);
        for (var who : List.of("ines.castro", "marta.ruiz", "admin", "tomas.novak")) {
            assertThat(visitors.signedIn(who)
                            .submit(page + one + "/confirm", Map.of())
                            .status())
                    .as(who)
                    .isEqualTo(403);
        }
        assertThat(jonas.submit(page + one + "/confirm", Map.of()).location()).endsWith("?saved");
        assertThat(jonas.submit(page + one + "/questions", Map.of("question", "And <b>the fan</b>?"))
                        .location())
                .endsWith("?saved");
        var question = knowledge.sessions(number).get(0).questions().get(0).id();
        assertThat(jonas.submit(page + one + "/questions/" + question, Map.of("answer", "x"))
                        .status())
                .isEqualTo(403);
        ines.submit(page + one + "/questions/" + question, Map.of("answer", "It restarts"));
        assertThat(jonas.get(page).page().select("#sessions").text())
                .contains("And <b>the fan</b>?", "It restarts", "Europe/Madrid");
        assertThat(jonas.submit(page + "/needs", Map.of("person", "jonas.weber", "topic", "x", "neededBy", day(1)))
                        .status())
                .isEqualTo(403);
        ines.submit(page + "/needs", Map.of("person", "jonas.weber", "topic", "The fan", "neededBy", day(9)));
        assertThat(ines.get(page).page().select("#needs .chip.late")).hasSize(1);
        assertThat(ines.get("/api/v1" + page).json().at("/needs/0/state").asString())
                .isEqualTo("OPEN");
    }

    @Test
    void aTokenNeitherSaysWhoWasThereNorConfirms() {
        var session = taught();
        var machine = visitors.machine();
        var api = "/api/v1/handovers/" + number + "/knowledge/sessions/" + session;
        assertThat(machine.postJson(api + "/confirm", "{}").status()).isEqualTo(403);
        assertThat(machine.postJson(api + "/attendance", JSON.writeValueAsString(Map.of("attended", "")))
                        .status())
                .isEqualTo(403);
        assertThat(knowledge.sessions(number).get(0).receivers())
                .allMatch(one -> Boolean.TRUE.equals(one.attended()) && one.confirmedAt() == null);
    }
}
