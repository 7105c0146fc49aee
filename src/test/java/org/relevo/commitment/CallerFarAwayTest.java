package org.relevo.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.relevo.calendar.CalendarContent;
import org.relevo.calendar.CalendarDesk;
import org.relevo.calendar.Calendars;
import org.relevo.rules.Metric;
import org.relevo.rules.Priority;
import org.relevo.support.Cases;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;

/** A team in New York with a holiday of its own, and a calendar of Hong Kong beside it. */
@IntegrationTest
class CallerFarAwayTest {

    @Autowired
    Cases cases;

    @Autowired
    Commitments commitments;

    @Autowired
    CalendarDesk desk;

    @Autowired
    Calendars calendars;

    @Autowired
    CalendarUses uses;

    @Autowired
    Visitors visitors;

    @Autowired
    SettableClock clock;

    private String before = "";

    /** V16: which calendar counted, and why, stands on the case; choosing another shows the other answer. */
    @Test
    void v16WhichCalendarCountedAndWhyStandsOnTheCaseAndAnotherShowsTheOtherAnswer() {
        before = uses.of("label-printing", null, null).getOrDefault(CalendarUses.Kind.SERVICE, "");
        desk.create(Cases.TEST, "v16-us", content("New York", "America/New_York", holiday()), "test");
        desk.create(Cases.TEST, "v16-hk", content("Hong Kong", "Asia/Hong_Kong", ""), "test");
        uses.set(CalendarUses.Kind.SERVICE, "label-printing", null, Cases.TEST);
        uses.set(CalendarUses.Kind.TEAM, "workplace", "v16-us", Cases.TEST);
        var incident = cases.raise(Priority.P4, "label-printing");
        var resolution = commitments.of(incident.number()).stream()
                .filter(c -> c.metric() == Metric.RESOLUTION)
                .findFirst()
                .orElseThrow();
        assertThat(resolution.term()).hasValueSatisfying(term -> {
            assertThat(term.calendar()).isEqualTo("v16-us");
            assertThat(term.because()).contains("it is the team's calendar");
        });
        var now = clock.instant();
        var elsewhere = resolution
                .dueBy(calendars.find("v16-hk").orElseThrow().time(), now)
                .orElseThrow();
        assertThat(resolution.dueAt(now))
                .hasValueSatisfying(due -> assertThat(due).isAfter(elsewhere));
        var marta = visitors.signedIn("marta.ruiz");
        var page = marta.get("/commitments/" + resolution.id() + "?calendar=v16-hk")
                .page()
                .text();
        assertThat(page).contains("it is the team's calendar").contains("it would be due");
        assertThat(marta.get("/incidents/" + incident.number()).page().text()).contains("it is the team's calendar");
    }

    @AfterEach
    void takeTheCalendarsAway() {
        uses.set(CalendarUses.Kind.TEAM, "workplace", null, Cases.TEST);
        uses.set(CalendarUses.Kind.SERVICE, "label-printing", before, Cases.TEST);
    }

    /** A working day within the next five. */
    private String holiday() {
        var day = LocalDate.ofInstant(clock.instant(), ZoneId.of("America/New_York"))
                .plusDays(2);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day + " Founders' day";
    }

    private static CalendarContent content(String name, String zone, String holidays) {
        return new CalendarContent(name, zone, "mon-fri 09:00-17:00", holidays, "", "", "");
    }
}
