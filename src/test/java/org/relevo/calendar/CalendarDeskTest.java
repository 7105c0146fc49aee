package org.relevo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.support.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@IntegrationTest
@RecordApplicationEvents
class CalendarDeskTest {

    private static final Actor MARTA =
            new Actor("marta.ruiz", Actor.Kind.PERSON, Set.of(Role.SERVICE_MANAGER), Set.of());
    private static final Actor AGENT = new Actor("agent", Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of());

    @Autowired
    CalendarDesk desk;

    @Autowired
    Calendars calendars;

    @Autowired
    ApplicationEvents events;

    private static CalendarContent hours(String schedule) {
        return new CalendarContent("Night shift", "Europe/Berlin", schedule, "", "", "", "");
    }

    @Test
    void alwaysIsOpenAroundTheClockAndStaysAsItIs() {
        var always = calendars.find("always").orElseThrow();
        assertThat(always.time().isAroundTheClock()).isTrue();
        assertThat(calendars.revision(always.id())).isEqualTo(always);
        assertThatThrownBy(() -> desk.revise(MARTA, "always", 1, hours("mon 08:00-09:00"), "Shorter"))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void theDemoOrganisationHasAPlantAndAnOffice() {
        assertThat(calendars.all()).extracting(CalendarRevision::key).contains("plant", "office");
        var plant = calendars.find("plant").orElseThrow().time();
        assertThat(plant.isWorking(Instant.parse("2026-03-02T05:00:00Z"))).isTrue();
        assertThat(plant.isWorking(Instant.parse("2026-08-05T09:00:00Z"))).isFalse();
    }

    @Test
    void aRevisionTakesOverAndTheOldOneStaysForItsSums() {
        desk.create(MARTA, "desk-revised", hours("mon 08:00-10:00"), "New team");
        var first = calendars.find("desk-revised").orElseThrow();
        desk.revise(MARTA, "desk-revised", 1, hours("mon 08:00-12:00"), "Longer on Mondays");
        var second = calendars.find("desk-revised").orElseThrow();

        var monday = Instant.parse("2026-03-02T00:00:00Z");
        assertThat(second.time().between(monday, monday.plus(Duration.ofDays(1))))
                .hasHours(4);
        assertThat(calendars.revision(first.id()).time().between(monday, monday.plus(Duration.ofDays(1))))
                .hasHours(2);
        assertThat(events.stream(CalendarRevised.class))
                .anyMatch(e -> e.previousRevision() == first.id() && e.revision() == second.id());
        assertThat(desk.revisions("desk-revised"))
                .extracting(WrittenRevision::why)
                .containsExactly("Longer on Mondays", "New team");
    }

    @Test
    void whoEditsAnOldRevisionIsToldWhoWasFaster() {
        desk.create(MARTA, "desk-guarded", hours("mon 08:00-10:00"), "New team");
        desk.revise(MARTA, "desk-guarded", 1, hours("mon 08:00-11:00"), "Longer");
        assertThatThrownBy(() -> desk.revise(MARTA, "desk-guarded", 1, hours("mon 08:00-09:00"), "Shorter"))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("marta.ruiz wrote revision 2");
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        var wrong = new CalendarContent("", "Europe/Atlantis", "mon 9-17", "someday", "", "", "");
        assertThatThrownBy(() -> desk.create(MARTA, "Wrong key", wrong, " "))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Refusal.FieldProblem::field)
                                .containsExactlyInAnyOrder("key", "why", "name", "timezone", "schedule", "holidays"));
    }

    @Test
    void anAgentMayNotRevise() {
        assertThatThrownBy(() -> desk.create(AGENT, "desk-agent", hours("mon 08:00-10:00"), "Mine"))
                .isInstanceOf(Refusal.NotAllowed.class);
    }
}
