package org.relevo.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class CalendarPagesTest {

    @Autowired
    Visitors visitors;

    @Test
    void aYearShowsHolidaysInColourAndWords() {
        var page = visitors.signedIn("marta.ruiz")
                .get("/calendars/plant?year=2026")
                .page();
        assertThat(page.select("table.month")).hasSize(12);
        assertThat(page.select("td.holiday"))
                .anyMatch(cell -> cell.attr("title").contains("Corpus Christi"));
        assertThat(page.select("td.holiday .sr").first().text()).isEqualTo("holiday");
        assertThat(page.select("a[rel=next]").attr("href")).contains("year=2027");
        assertThat(visitors.signedIn("marta.ruiz").get("/calendars").body()).contains("Office hours");
    }

    @Test
    void whatWasTypedStaysBesideWhatIsWrong() {
        var marta = visitors.signedIn("marta.ruiz");
        var reply = marta.submit(
                "/calendars",
                Map.of(
                        "key",
                        "pages-wrong",
                        "name",
                        "Paint shop",
                        "timezone",
                        "UTC",
                        "schedule",
                        "mon 9-17",
                        "holidays",
                        "--12-24 Eve",
                        "why",
                        "Try",
                        "seen",
                        "0"));
        assertThat(reply.status()).isEqualTo(422);
        var page = reply.page();
        assertThat(page.select("#schedule").text()).isEqualTo("mon 9-17");
        assertThat(page.select("#holidays").text()).isEqualTo("--12-24 Eve");
        assertThat(page.select("#schedule").first().parent().select(".problem").text())
                .contains("09:00");
    }

    @Test
    void aCalendarIsMadeAndRevisedWithOtherHoursFromADate() {
        var marta = visitors.signedIn("marta.ruiz");
        assertThat(marta.submit(
                                "/calendars",
                                Map.of(
                                        "key",
                                        "pages-made",
                                        "name",
                                        "Paint shop",
                                        "timezone",
                                        "UTC",
                                        "schedule",
                                        "mon-fri 08:00-16:00",
                                        "why",
                                        "First",
                                        "seen",
                                        "0"))
                        .status())
                .isEqualTo(302);
        var change = Map.of(
                "name",
                "Paint shop",
                "timezone",
                "UTC",
                "schedule",
                "mon-fri 08:00-16:00",
                "nextFrom",
                "2027-01-04",
                "nextHours",
                "mon-fri 07:00-15:00",
                "why",
                "Earlier shift",
                "seen",
                "1");
        assertThat(marta.submit("/calendars/pages-made", change).status()).isEqualTo(302);
        var page = marta.get("/calendars/pages-made?year=2027").page();
        assertThat(page.select("td[title*=07:00-15:00]")).isNotEmpty();
        assertThat(page.text()).contains("Earlier shift");
        assertThat(marta.submit("/calendars/pages-made", change).status()).isEqualTo(409);
    }

    @Test
    void holidaysAreUploadedAsAnIcsFile() {
        var marta = visitors.signedIn("marta.ruiz");
        var fields = Map.of(
                "key",
                "pages-ics",
                "name",
                "Paint shop",
                "timezone",
                "UTC",
                "schedule",
                "mon-fri 09:00-17:00",
                "why",
                "The plant's own days",
                "seen",
                "0");
        var broken = marta.upload("/calendars", "plant.ics", "BEGIN:VCALENDAR, or so", fields);
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.page().select("#ics ~ .problem").text()).isNotBlank();
        assertThat(broken.page().select("#name").attr("value")).isEqualTo("Paint shop");
        var ics = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
                + "DTSTART;VALUE=DATE:20260518\r\nSUMMARY:Bridge day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        assertThat(marta.upload("/calendars", "plant.ics", ics, fields).status())
                .isEqualTo(302);
        var days = marta.get("/calendars/pages-ics?year=2026").page().select("td.holiday");
        assertThat(days)
                .singleElement()
                .satisfies(day -> assertThat(day.attr("title")).contains("Bridge day"));
    }

    @Test
    void theCalculatorShowsResultAndLedger() {
        var page = visitors.signedIn("marta.ruiz")
                .get("/calendars/calculator?calendar=office&start=2026-03-06T14:00&operation=ADD&argument=PT2H")
                .page();
        assertThat(page.select("#result").text()).isEqualTo("2026-03-09T10:00:00+01:00");
        assertThat(page.select("#sum").text()).isEqualTo("PT2H");
        assertThat(page.text()).contains("weekend");
    }
}
