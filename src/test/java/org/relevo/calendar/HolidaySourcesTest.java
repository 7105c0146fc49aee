package org.relevo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.relevo.platform.Refusal;

class HolidaySourcesTest {

    private static WorkingTime time(String country, String region, String ics) {
        return new CalendarContent("Plant", "Europe/Berlin", "mon-fri 08:00-16:00", "", country, region, ics).time();
    }

    private static String ics(String... lines) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:1\n" + String.join("\n", lines)
                + "\nEND:VEVENT\nEND:VCALENDAR\n";
    }

    private static Day.Kind kind(WorkingTime time, String date) {
        return time.day(LocalDate.parse(date)).kind();
    }

    @Test
    void corpusChristiIsOffInBavariaAndNotInBerlin() {
        assertThat(kind(time("de", "by", ""), "2026-06-04")).isEqualTo(Day.Kind.HOLIDAY);
        assertThat(kind(time("de", "be", ""), "2026-06-04")).isEqualTo(Day.Kind.OPEN);
        assertThat(kind(time("DE", "", ""), "2026-12-25")).isEqualTo(Day.Kind.HOLIDAY);
    }

    @Test
    void anUnknownCountryOrRegionIsNamed() {
        assertThatThrownBy(() -> time("xx", "", ""))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("xx");
        assertThatThrownBy(() -> time("de", "zz", "")).hasMessageContaining("Use one of");
    }

    @Test
    void wholeDaysOfAnIcsFileAreOff() {
        var time =
                time("", "", ics("DTSTART;VALUE=DATE:20260515", "DTEND;VALUE=DATE:20260517", "SUMMARY:Bridge", " day"));
        assertThat(kind(time, "2026-05-15")).isEqualTo(Day.Kind.HOLIDAY);
        assertThat(time.day(LocalDate.parse("2026-05-15")).holiday()).isEqualTo("Bridgeday");
        assertThat(kind(time, "2026-05-18")).isEqualTo(Day.Kind.OPEN);
    }

    @Test
    void aYearlyEventOfAnIcsFileIsOffEveryYear() {
        var time = time("", "", ics("DTSTART;VALUE=DATE:20200515", "RRULE:FREQ=YEARLY", "SUMMARY:Founders"));
        assertThat(kind(time, "2026-05-15")).isEqualTo(Day.Kind.HOLIDAY);
        assertThat(kind(time, "2028-05-15")).isEqualTo(Day.Kind.HOLIDAY);
        assertThat(kind(time, "2028-05-16")).isEqualTo(Day.Kind.OPEN);
    }

    @Test
    void hostileIcsIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> time("", "", "x".repeat(600_000))).hasMessageContaining("Shorten it");
        assertThatThrownBy(() -> time("", "", "hello")).hasMessageContaining("BEGIN:VCALENDAR");
        assertThatThrownBy(() -> time("", "", ics("DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=SECONDLY")))
                .hasMessageContaining("other than yearly");
        assertThatThrownBy(() -> time("", "", ics("DTSTART;VALUE=DATE:20209999")))
                .hasMessageContaining("cannot be read");
        assertThat(kind(time("", "", ics("DTSTART;TZID=Europe/Berlin:20260518T090000")), "2026-05-18"))
                .isEqualTo(Day.Kind.OPEN);
    }
}
