package org.relevo.handover.earlylife;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.handover.Criteria;
import org.relevo.handover.Drills;
import org.relevo.handover.HandoverStatus;
import org.relevo.handover.Handovers;
import org.relevo.inbox.Inbox;
import org.relevo.inbox.InboxItem;
import org.relevo.incident.Incidents;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.project.ProjectDesk;
import org.relevo.project.ProjectForm;
import org.relevo.rules.Need;
import org.relevo.rules.Priority;
import org.relevo.service.ServiceCatalogue;
import org.relevo.service.ServiceForm;
import org.relevo.support.Cases;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Early life support of a service of tier silver: five days in a row, at most two incidents a day, users asked weekly. */
@IntegrationTest
class EarlyLifeTests {

    private static final Actor MANAGER = person("ines.castro", Role.PROJECT_MANAGER);
    private static final Actor OPERATIONS = person("marta.ruiz", Role.SERVICE_MANAGER);

    @Autowired
    Handovers handovers;

    @Autowired
    Criteria criteria;

    @Autowired
    EarlyLives lives;

    @Autowired
    ProjectDesk projects;

    @Autowired
    ServiceCatalogue catalogue;

    @Autowired
    Inbox inbox;

    @Autowired
    Cases cases;

    @Autowired
    Incidents incidents;

    @Autowired
    Drills drills;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Visitors visitors;

    @Autowired
    SettableClock clock;

    private String service = "";
    private WorkItemNumber handover = new WorkItemNumber("HO-1");
    private LocalDate live = LocalDate.EPOCH;

    private static Actor person(String name, Role role) {
        return new Actor(name, Actor.Kind.PERSON, Set.of(role), Set.of());
    }

    /** Live at ten in the morning, for a period of three days. */
    @BeforeEach
    void goLive() {
        var now = clock.instant().atZone(ZoneOffset.UTC);
        clock.advance(Duration.between(
                now, now.toLocalDate().plusDays(1).atTime(10, 0).atZone(ZoneOffset.UTC)));
        var key = UUID.randomUUID().toString().substring(0, 8);
        service = "s" + key;
        projects.create(
                new ProjectForm(
                        "p" + key, "Kiln", "", "ines.castro", "clara.brandt", "EUR", "UTC", today(0).toString()),
                MANAGER);
        catalogue.create(
                new Actor("admin", Actor.Kind.PERSON, Set.of(Role.ADMIN), Set.of()),
                new ServiceForm(service, "Kiln " + key, "", "silver", "ops", "marta.ruiz", "", "", ""));
        handover = handovers
                .request(
                        "p" + key,
                        Map.of("service", service, "scope", "The control of the kiln", "team", "workplace"),
                        MANAGER)
                .number();
        complete("planHandover", MANAGER, Map.of("goLiveOn", today(1).toString(), "earlyLifeDays", "3"));
        handovers.criteria(handover).stream()
                .filter(one -> one.need() == Need.MUST && one.missing())
                .forEach(one -> criteria.waive(
                        one.id(),
                        Map.of(
                                "reason",
                                "Later",
                                "owner",
                                "ines.castro",
                                "expiresOn",
                                today(90).toString()),
                        OPERATIONS));
        complete("acceptService", OPERATIONS, Map.of("verdict", "accept", "reason", "Good"));
        complete("goLive", MANAGER, Map.of("verdict", "live", "reason", "Runs"));
        live = today(0);
    }

    @Test
    void aSeriesOfIncidentsWhoseExitDayIsKnownGivesThatDay() {
        say("true");
        nextDay(); // 1: nothing
        nextDay(); // 2: three incidents, all resolved at once
        for (var n = 0; n < 3; n++) {
            incidents.resolve(cases.raise(Priority.P4, service).number(), Cases.TEST, "Restarted");
        }
        nextDay(); // 3: two incidents are allowed
        for (var n = 0; n < 2; n++) {
            incidents.resolve(cases.raise(Priority.P4, service).number(), Cases.TEST, "Restarted");
        }
        nextDay(); // 4: a P1 that is open overnight, and misses its target of four hours
        var severe = cases.raise(Priority.P1, service);
        nextDay(); // 5
        incidents.resolve(severe.number(), Cases.TEST, "Replaced");
        say("true");
        lives.judge(handover);
        var standing = lives.standing(handover);
        assertThat(standing.days()).extracting(EarlyDay::held).containsExactly(true, false, true, false);
        assertThat(standing.days().get(1).fails()).containsExactly("INCIDENTS");
        assertThat(standing.days().get(1).because()).startsWith("3 incidents, 2 are allowed by row 2");
        assertThat(standing.days().get(3).fails()).containsExactlyInAnyOrder("SEVERE", "TARGETS");
        assertThat(standing.life().earliest()).isEqualTo(live.plusDays(10));
        for (var day = 6; day <= 9; day++) {
            nextDay();
            assertThatThrownBy(() -> finish()).isInstanceOf(Refusal.Conflict.class);
        }
        assertThatThrownBy(this::finish).hasMessageContaining("4 days in a row have held, 5 are asked for by row 2");
        assertThat(lives.standing(handover).life().earliest()).isEqualTo(live.plusDays(10));
        nextDay(); // 10
        assertThat(today(0)).isEqualTo(live.plusDays(10));
        finish();
        assertThat(handovers.get(handover).status()).isEqualTo(HandoverStatus.OPERATIONAL);
    }

    @Test
    void whatADrillMissesIsNotHeldAgainstTheService() {
        say("true");
        nextDay();
        var drill = drills.raise(handover, "Kiln goes cold", MANAGER);
        IntStream.range(0, 5).forEach(day -> nextDay());
        assertThat(jdbc.sql("""
                                select count(*) from commitment where work_item = ? and agreement = 'SLA'
                                and due_at < ? and ended_at is null""")
                        .params(drill.number().value(), Timestamp.from(clock.instant()))
                        .query(Integer.class)
                        .single())
                .as("the drill misses its target")
                .isPositive();
        lives.judge(handover);
        assertThat(lives.standing(handover).days()).hasSizeGreaterThan(4).allMatch(day -> day.missed() == 0);
    }

    @Test
    void whoAnswersItsIncidentsIsDecidedByTheTableUntilItIsOver() {
        var small = cases.raise(Priority.P4, service);
        assertThat(small.team()).isEqualTo("workplace");
        assertThat(small.teamReason())
                .contains("the project's workplace answer, row 4", "answered by those whom the table names");
        var severe = cases.raise(Priority.P1, service);
        assertThat(severe.team()).isEqualTo("ops");
        assertThat(severe.teamReason()).contains("operations and the project's workplace answer, row 1");
        assertThat(inbox.of(small.number())).allMatch(task -> "workplace".equals(task.team()));
        assertThat(visitors.signedIn("marta.ruiz")
                        .get("/incidents/" + severe.number())
                        .page()
                        .text())
                .contains("operations and the project's workplace answer");
        handovers.rollBack(handover, "It does not run", MANAGER);
        assertThat(cases.raise(Priority.P4, service).team()).isEqualTo("ops");
    }

    @Test
    void aDayStaysAsItWasJudged() {
        say("true");
        nextDay();
        nextDay();
        lives.judge(handover);
        lives.judge(handover);
        var judged = lives.standing(handover).days();
        assertThat(judged).hasSize(1);
        say("false");
        lives.judge(handover);
        assertThat(lives.standing(handover).days()).isEqualTo(judged);
        nextDay();
        lives.judge(handover);
        assertThat(lives.standing(handover).days()).last().satisfies(day -> {
            assertThat(day.held()).isFalse();
            assertThat(day.because()).isEqualTo("nobody has said that users can work");
        });
    }

    @Test
    void itIsExtendedWithItsCostBySponsorOrOperationsAndByNobodyElse() {
        var more = Map.of("days", "5", "cost", "4000,50", "reason", "The fair", "seen", "0");
        assertThatThrownBy(() -> lives.extend(handover, more, MANAGER)).isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() -> lives.extend(
                        handover,
                        Map.of("days", "0", "cost", "much", "reason", " "),
                        person("clara.brandt", Role.VIEWER)))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Refusal.FieldProblem::field)
                                .containsExactly("days", "cost", "reason"));
        lives.extend(handover, more, person("clara.brandt", Role.VIEWER));
        assertThatThrownBy(() -> lives.extend(handover, more, OPERATIONS)).isInstanceOf(Refusal.Conflict.class);
        assertThat(lives.standing(handover).life().until()).isEqualTo(live.plusDays(8));
        assertThat(handovers.signatures(handover)).last().satisfies(one -> {
            assertThat(one.gate() + " " + one.verdict() + " " + one.by()).isEqualTo("EARLY_LIFE EXTENDED clara.brandt");
            assertThat(one.reason()).isEqualTo("5 days more, 4000.50 EUR: The fair");
        });
    }

    @Test
    void thePageShowsEachDayAgainstEachCriterionAndKeepsWhatWasTyped() {
        var page = "/handovers/" + handover + "/early-life";
        var marta = visitors.signedIn("marta.ruiz");
        var refused = marta.submit(page + "/statements", Map.of("workable", "perhaps", "text", "Asked the shift"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#said").text()).isEqualTo("Asked the shift");
        assertThat(refused.page().select("#statements .problem").text()).contains("Choose whether users can work");
        assertThat(marta.submit(page + "/statements", Map.of("workable", "true", "text", "Asked the shift"))
                        .status())
                .isEqualTo(302);
        var beyond =
                marta.submit(page + "/extensions", Map.of("days", "999", "cost", "12", "reason", "Fair", "seen", "0"));
        assertThat(beyond.status()).isEqualTo(422);
        assertThat(beyond.page().select("#extensions [name=reason]").text()).isEqualTo("Fair");
        nextDay();
        nextDay();
        lives.judge(handover);
        // the session ended with the day
        var shown = visitors.signedIn("marta.ruiz").get(page).page();
        assertThat(shown.select("#days tbody tr")).hasSize(1);
        assertThat(shown.select("#days tbody tr").text()).contains("held", "1 day before");
        assertThat(shown.select("#exit").text()).contains("It goes on", "1 days in a row have held, 5 are asked for");
        assertThat(shown.select(".kpis").text())
                .contains("1 of 5", live.plusDays(6).toString());
        var viewer = visitors.signedIn("clara.brandt");
        assertThat(viewer.get(page).page().select("#statements form")).isEmpty();
        assertThat(viewer.submit(page + "/statements", Map.of("workable", "true", "text", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(visitors.signedIn("david.moreno").get(page).body())
                .doesNotContain("??")
                .contains("Soporte inicial");
        var json = visitors.machine().get("/api/v1" + page).json();
        assertThat(json.get("held").asInt()).isEqualTo(1);
        assertThat(json.get("asked").asInt()).isEqualTo(5);
        assertThat(json.get("earliest").asString()).isEqualTo(live.plusDays(6).toString());
    }

    private void say(String workable) {
        lives.say(handover, Map.of("workable", workable, "text", "Asked the shift"), OPERATIONS);
    }

    private void nextDay() {
        clock.advance(Duration.ofDays(1));
    }

    private void finish() {
        complete("acceptFinally", OPERATIONS, Map.of("verdict", "accept", "reason", "It runs"));
    }

    private LocalDate today(int from) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(from);
    }

    private void complete(String key, Actor by, Map<String, String> values) {
        var task = inbox.of(handover).stream()
                .filter(one -> one.endedAt() == null && one.key().equals(key))
                .map(InboxItem::id)
                .findFirst()
                .orElseThrow();
        inbox.complete(task, by, values);
    }
}
