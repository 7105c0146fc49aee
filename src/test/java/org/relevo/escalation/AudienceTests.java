package org.relevo.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Commitments;
import org.relevo.incident.Incidents;
import org.relevo.people.LayerForm;
import org.relevo.people.PeopleRegister;
import org.relevo.people.PersonForm;
import org.relevo.people.Role;
import org.relevo.people.RotaLayers;
import org.relevo.rules.Metric;
import org.relevo.rules.OfferedRuleBook;
import org.relevo.rules.Priority;
import org.relevo.service.ServiceCatalogue;
import org.relevo.service.ServiceForm;
import org.relevo.service.Services;
import org.relevo.support.Cases;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.relevo.workitem.WorkItem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is told at a level, who is left out, and who hears that it is over. */
@IntegrationTest
class AudienceTests {

    private static final String RESPONSE = "SLA,RESPONSE,PT4H,0;50;100,no";
    private static final String ALWAYS = "ladder,*,RESPONSE,*,*,0,,P7D,yes";

    @Autowired
    ApplicationContext context;

    @Autowired
    Cases cases;

    @Autowired
    Incidents incidents;

    @Autowired
    Commitments commitments;

    @Autowired
    Escalations escalations;

    @Autowired
    EscalationDesk desk;

    @Autowired
    MaintenanceWindows maintenance;

    @Autowired
    RotaLayers layers;

    @Autowired
    Services services;

    @Autowired
    ServiceCatalogue catalogue;

    @Autowired
    Visitors visitors;

    @Autowired
    PeopleRegister people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DueWork dueWork;

    @Autowired
    SettableClock clock;

    private OfferedRuleBook book;

    private void decideBy(String targets, String policies, String levels) {
        book = OfferedRuleBook.offer(context, Tables.of(targets, policies, levels));
    }

    @AfterEach
    void restore() {
        book.close();
    }

    /** V17: an escalation on the time to own stays one when its table is saved again. */
    @Test
    void v17AnEscalationOnTheTimeToOwnIsKeyedToItAfterItsTableIsSaved() {
        var targets = RESPONSE + "\nSLA,OWNERSHIP,PT1H,50;100,no\nSLA,RESOLUTION,PT8H,50;100,yes";
        var policies = "owned,*,OWNERSHIP,*,*,50,,P7D,yes";
        decideBy(targets, policies, "owned,1,50 %,ON_CALL,,0,,\nowned,2,100 %,TEAM,,0,,");
        var before = cases.raise(Priority.P2);
        dueWork.after(Duration.ofMinutes(30));
        book.replace(Tables.of(targets, policies, "owned,1,50 %,TEAM,,0,,\nowned,2,100 %,SERVICE_MANAGER,,0,,"));
        var after = cases.raise(Priority.P2);
        dueWork.after(Duration.ofMinutes(30));
        assertThat(List.of(only(before), only(after))).allSatisfy(one -> {
            assertThat(one.metric()).isEqualTo(Metric.OWNERSHIP);
            assertThat(commitments.get(one.commitment()).metric()).isEqualTo(Metric.OWNERSHIP);
        });
        assertThat(only(before).rungs())
                .as("frozen when it started")
                .extracting(rung -> rung.audience().text())
                .containsExactly("ON_CALL", "TEAM");
        assertThat(only(after).rungs())
                .extracting(rung -> rung.audience().text())
                .containsExactly("TEAM", "SERVICE_MANAGER");
    }

    /** V18: one escalation, however many people one of its levels means. */
    @Test
    void v18ThreePeopleOnCallAreOneEscalationAndThreeNotices() {
        decideBy(RESPONSE, ALWAYS, "ladder,1,0 %,ON_CALL:all,,0,,");
        var form = new LayerForm("1", "WEEKS", "2026-01-05", "08:00", "priya.nair", "", layers.version("mes-support"));
        layers.save(Cases.TEST, "mes-support", 3, form);
        try {
            var incident = cases.raise(Priority.P1);
            dueWork.now();
            assertThat(only(incident).steps()).hasSize(1);
            assertThat(only(incident).notices())
                    .hasSize(3)
                    .extracting(Escalation.Notice::person)
                    .doesNotHaveDuplicates();
            assertThat(cases.sent(incident.number())).hasSize(3);
        } finally {
            layers.remove(Cases.TEST, "mes-support", 3, layers.version("mes-support"));
        }
    }

    /** V20: what happens at night is evaluated and recorded at night, whenever it is delivered. */
    @Test
    void v20ABreachThatBeginsAndEndsInTheNightIsRecordedWhenItHappens() {
        decideBy(RESPONSE, ALWAYS, "ladder,1,0 %,ON_CALL,,0,,\nladder,2,100 %,TEAM,,0,08:00-20:00,");
        clock.set(nextAt("22:00:00Z"));
        var incident = cases.raise(Priority.P2);
        dueWork.now();
        dueWork.after(Duration.ofHours(4));
        var breached = clock.instant();
        assertThat(response(incident).state()).isEqualTo(Commitment.Status.BREACHED);
        assertThat(only(incident).steps()).last().satisfies(step -> {
            assertThat(step.level()).isEqualTo(2);
            assertThat(step.doneAt()).isEqualTo(breached).isEqualTo(step.dueAt());
            assertThat(step.told()).isEmpty();
            assertThat(step.outcome()).contains("not told at 0").contains("local time");
        });
        dueWork.after(Duration.ofHours(1));
        incidents.acknowledge(incident.number(), Cases.TEST, "in the inbox");
        assertThat(response(incident)).satisfies(c -> {
            assertThat(c.state()).isEqualTo(Commitment.Status.BREACHED);
            assertThat(c.endedAt()).isEqualTo(clock.instant());
        });
    }

    /** What a level's hours allow is asked of each recipient's own clock. */
    @Test
    void whoseLocalTimeALevelExcludesIsLeftOutAndTheOthersAreTold() {
        decideBy(RESPONSE, ALWAYS, "ladder,1,0 %,TEAM,,0,08:00-18:00,");
        clock.set(nextAt("09:00:00Z"));
        move("lena.hoffmann", "America/Bogota");
        try {
            var incident = cases.raise(Priority.P1);
            dueWork.now();
            assertThat(only(incident).steps()).singleElement().satisfies(step -> {
                assertThat(step.told()).contains("jonas.weber", "tomas.novak").doesNotContain("lena.hoffmann");
                assertThat(step.outcome()).contains("Lena Hoffmann: not told at 04:00 local time");
            });
        } finally {
            move("lena.hoffmann", "Europe/Madrid");
        }
    }

    @Test
    void aMaintenanceWindowHoldsAnEscalationBackAndItsClockGoesOn() {
        decideBy(RESPONSE, ALWAYS, "ladder,1,0 %,ON_CALL,,0,,\nladder,2,50 %,TEAM,,0,,");
        var window = maintenance.plan(
                "label-printing", clock.instant(), clock.instant().plus(Duration.ofHours(1)), "a release", Cases.TEST);
        var incident = cases.raise(Priority.P1, "label-printing");
        var elsewhere = cases.raise(Priority.P1, "sap-erp");
        dueWork.now();
        assertThat(cases.mails(incident.number())).isEmpty();
        assertThat(only(incident).waiting()).contains("a release");
        assertThat(cases.mails(elsewhere.number())).as("another service").hasSize(1);
        dueWork.after(Duration.ofMinutes(59));
        assertThat(cases.mails(incident.number())).isEmpty();
        assertThat(response(incident).used(clock.instant())).isEqualTo(Duration.ofMinutes(59));
        dueWork.after(Duration.ofMinutes(1));
        assertThat(cases.sent(incident.number())).hasSize(1);
        assertThat(only(incident).waiting()).isNull();
        dueWork.after(Duration.ofHours(1));
        assertThat(only(incident).steps()).extracting(Escalation.Step::level).containsExactly(1, 2);
        assertThat(window.to()).isBefore(clock.instant());
    }

    @Test
    void aMaintenanceWindowEndedEarlyLetsTheEscalationGoOnWithinAMinute() {
        decideBy(RESPONSE, ALWAYS, "ladder,1,0 %,ON_CALL,,0,,");
        var window = maintenance.plan(
                "label-printing", clock.instant(), clock.instant().plus(Duration.ofDays(1)), "a release", Cases.TEST);
        var incident = cases.raise(Priority.P1, "label-printing");
        dueWork.now();
        clock.advance(Duration.ofMinutes(10));
        maintenance.end(window.id(), Cases.TEST);
        dueWork.after(Duration.ofMinutes(1));
        assertThat(cases.sent(incident.number())).hasSize(1);
    }

    @Test
    void theOwnerOfTheServiceIsToldAndItsManagersWhereItHasNone() {
        decideBy(RESPONSE, ALWAYS, "ladder,1,0 %,SERVICE_OWNER,,0,,");
        var service = services.find("label-printing").orElseThrow();
        try {
            setOwner("priya.nair");
            var owned = cases.raise(Priority.P1, "label-printing");
            dueWork.now();
            assertThat(cases.sent(owned.number()))
                    .extracting(Cases.OutgoingMail::recipient)
                    .containsExactly("priya.nair@demo.relevo.invalid");
            setOwner("");
            var ownerless = cases.raise(Priority.P1, "label-printing");
            dueWork.now();
            assertThat(cases.sent(ownerless.number()))
                    .extracting(Cases.OutgoingMail::recipient)
                    .contains("marta.ruiz@demo.relevo.invalid")
                    .doesNotContain("priya.nair@demo.relevo.invalid");
        } finally {
            setOwner(service.owner() == null ? "" : service.owner());
        }
    }

    /** Everyone who got the alarm hears that it is over, and nobody else. */
    @Test
    void theAllClearGoesToEveryoneWhoGotTheAlarmAndOnlyToThem() {
        decideBy(RESPONSE, ALWAYS, """
                ladder,1,0 %,ON_CALL,,0,,
                ladder,1,0 %,MAIL:supplier@demo.relevo.invalid,,0,,
                ladder,2,50 %,PERSON:priya.nair,PT10M,3,,
                ladder,3,100 %,PERSON:clara.brandt,,0,,
                """);
        var incident = cases.raise(Priority.P1);
        dueWork.now();
        dueWork.after(Duration.ofHours(2));
        dueWork.after(Duration.ofMinutes(10));
        var alarmed = cases.sent(incident.number()).stream()
                .map(Cases.OutgoingMail::recipient)
                .distinct()
                .toList();
        assertThat(alarmed).hasSize(3).contains("supplier@demo.relevo.invalid");
        incidents.resolve(incident.number(), Cases.TEST, "restarted");
        dueWork.now();
        assertThat(cases.sent(incident.number()))
                .filteredOn(mail -> mail.uniqueKey().contains("/all-clear/"))
                .extracting(Cases.OutgoingMail::recipient)
                .containsExactlyInAnyOrderElementsOf(alarmed);
    }

    @Test
    void whoWasNotReachedYetHearsNeitherAlarmNorAllClear() {
        decideBy(RESPONSE, ALWAYS, "ladder,1,0 %,ON_CALL,,0,,");
        var incident = cases.raise(Priority.P1);
        incidents.resolve(incident.number(), Cases.TEST, "restarted");
        dueWork.now();
        assertThat(cases.sent(incident.number())).isEmpty();
    }

    @Test
    void whoseAlarmIsJustBeingHandedOverHearsThatItIsOverToo() {
        decideBy(RESPONSE, ALWAYS, "ladder,1,0 %,ON_CALL,,0,,");
        var incident = cases.raise(Priority.P1);
        dueWork.now();
        jdbc.sql("update outbox set state = 'SENDING' where work_item = ?")
                .param(incident.number().value())
                .update();
        incidents.resolve(incident.number(), Cases.TEST, "restarted");
        assertThat(cases.mails(incident.number()))
                .filteredOn(mail -> mail.uniqueKey().contains("/all-clear/"))
                .hasSize(1);
    }

    @Test
    void whereARecipientIsRefusedTheNextLevelIsToldAtOnceAndThoseAboveItAsMuchEarlier() {
        decideBy(RESPONSE, ALWAYS, """
                ladder,1,0 %,PERSON:jonas.weber,,0,,
                ladder,2,PT10M,PERSON:lena.hoffmann,,0,,
                ladder,3,PT20M,PERSON:marta.ruiz,,0,,
                """);
        var incident = cases.raise(Priority.P1);
        dueWork.now();
        dueWork.after(Duration.ofMinutes(1));
        desk.hurry(only(incident).id(), "550 no such mailbox");
        dueWork.now();
        assertThat(cases.sent(incident.number())).hasSize(2);
        dueWork.after(Duration.ofMinutes(19));
        assertThat(cases.sent(incident.number())).hasSize(2);
        dueWork.after(Duration.ofMinutes(1));
        assertThat(cases.sent(incident.number()))
                .extracting(Cases.OutgoingMail::recipient)
                .containsExactly(
                        "jonas.weber@demo.relevo.invalid",
                        "lena.hoffmann@demo.relevo.invalid",
                        "marta.ruiz@demo.relevo.invalid");
        assertThat(only(incident).steps()).noneMatch(Escalation.Step::late);
    }

    private void setOwner(String owner) {
        var old = services.find("label-printing").orElseThrow();
        catalogue.change(
                Cases.TEST,
                old.key(),
                new ServiceForm(
                        old.key(), old.name(), old.description(), old.tier(), old.team(), owner, "marta.ruiz", "", ""));
    }

    private void move(String username, String zone) {
        var entry = people.get(username);
        var person = entry.person();
        var roles = entry.roles().stream().map(Role::name).collect(Collectors.toSet());
        people.change(
                Cases.TEST,
                username,
                new PersonForm(
                        username,
                        person.name(),
                        person.mail(),
                        zone,
                        person.language().toString(),
                        "marta.ruiz",
                        roles,
                        entry.teams(),
                        true,
                        ""));
    }

    private Instant nextAt(String time) {
        var today = clock.instant().toString().substring(0, 11);
        var at = Instant.parse(today + time);
        return at.isBefore(clock.instant()) ? at.plus(Duration.ofDays(1)) : at;
    }

    private Commitment response(WorkItem incident) {
        return commitments.of(incident.number()).stream()
                .filter(c -> c.metric() == Metric.RESPONSE)
                .findFirst()
                .orElseThrow();
    }

    private Escalation only(WorkItem incident) {
        var all = escalations.of(incident.number());
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
