package org.relevo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relevo.calendar.WorkingTime.Span;

class WorkingTimeTest {

    private static final String WEEK = "mon-fri 08:00-18:00";
    private static final WorkingTime UTC = WorkingTime.parse(ZoneOffset.UTC, WEEK, "");

    private static Instant utc(String text) {
        return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    @Test
    void v1AnAfternoonsTargetGoesOnInTheMorning() {
        var due = UTC.add(utc("2026-03-02T17:00"), Duration.ofHours(4));
        assertThat(due).isEqualTo(utc("2026-03-03T11:00"));
        assertThat(UTC.add(due, Duration.ofHours(-1))).isEqualTo(utc("2026-03-03T10:00"));
    }

    @Test
    void v3AHoldOverTheWeekendIsNoBusinessDay() {
        assertThat(UTC.businessDaysBetween(utc("2026-03-06T18:00"), utc("2026-03-09T08:00")))
                .isZero();
        assertThat(UTC.businessDaysBetween(utc("2026-03-06T17:00"), utc("2026-03-09T17:00")))
                .isEqualTo(1);
        assertThat(UTC.businessDaysBetween(utc("2026-03-06T17:00"), utc("2026-03-09T16:59")))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-27,Z", "2026-03-30,+01:00", "2026-10-23,+01:00", "2026-10-26,Z"})
    void v4LondonOpensAtHalfPastEightOnBothSidesOfAClockChange(String date, String offset) {
        var london = WorkingTime.parse(ZoneId.of("Europe/London"), "mon-fri 08:30-17:30", "");
        var opening = LocalDateTime.parse(date + "T08:30").toInstant(ZoneOffset.of(offset));
        assertThat(london.nextWorking(opening.minus(Duration.ofHours(6)))).isEqualTo(opening);
        assertThat(london.add(opening, Duration.ofHours(9))).isEqualTo(opening.plus(Duration.ofHours(9)));
    }

    @Test
    void aNightShiftIsAnHourShorterInSpringAndAnHourLongerInAutumn() {
        var night = WorkingTime.parse(ZoneId.of("Europe/Berlin"), "sun 00:00-06:00", "");
        assertThat(night.between(utc("2026-03-28T12:00"), utc("2026-03-29T12:00")))
                .hasHours(5);
        assertThat(night.between(utc("2026-10-24T12:00"), utc("2026-10-25T12:00")))
                .hasHours(7);
    }

    @Test
    void theYearsEndIsADayLikeAnyOther() {
        var time = WorkingTime.parse(ZoneId.of("Pacific/Auckland"), "mon-sun 00:00-24:00", "--01-02");
        assertThat(time.between(utc("2025-12-31T00:00"), utc("2026-01-03T00:00")))
                .hasHours(48);
        assertThat(time.add(utc("2025-12-31T00:00"), Duration.ofHours(36))).isEqualTo(utc("2026-01-02T12:00"));
    }

    @Test
    void the29thOfFebruaryIsOffInLeapYearsOnly() {
        var time = WorkingTime.parse(ZoneOffset.UTC, "mon-sun 09:00-10:00", "--02-29 Leap day");
        assertThat(time.between(utc("2028-02-28T00:00"), utc("2028-03-02T00:00")))
                .hasHours(2);
        assertThat(time.between(utc("2027-02-28T00:00"), utc("2027-03-02T00:00")))
                .hasHours(2);
    }

    @Test
    void aNewScheduleIsValidFromItsDate() {
        var time = WorkingTime.parse(ZoneOffset.UTC, "mon-fri 08:00-18:00; from 2026-03-04: mon-fri 10:00-12:00", "");
        assertThat(time.between(utc("2026-03-02T00:00"), utc("2026-03-07T00:00")))
                .hasHours(26);
    }

    @Test
    void saysWhyItIsClosed() {
        var time = WorkingTime.parse(ZoneOffset.UTC, "mon-fri 08:00-12:00,13:00-17:00", "2026-03-06 Founders' day");
        assertThat(time.spans(utc("2026-03-05T11:00"), utc("2026-03-09T09:00")))
                .extracting(Span::why)
                .containsExactly(null, "break", null, "night", "holiday: Founders' day", "weekend", "night", null);
    }

    @Test
    void whatCannotBeReachedIsRefusedAndDoesNotHang() {
        var never = WorkingTime.parse(ZoneOffset.UTC, "", "");
        var start = utc("2026-03-02T08:00");
        assertThatThrownBy(() -> never.add(start, Duration.ofHours(1))).hasMessageContaining("does not have so much");
        assertThatThrownBy(() -> never.add(start, Duration.ofHours(-1))).hasMessageContaining("does not have so much");
        assertThatThrownBy(() -> never.addBusinessDays(start, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UTC.add(start, Duration.ofSeconds(Long.MAX_VALUE)))
                .hasMessageContaining("100 years");
        assertThatThrownBy(() -> UTC.between(Instant.MIN, Instant.MAX)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UTC.addBusinessDays(start, Integer.MIN_VALUE)).hasMessageContaining("too many");
    }

    @Test
    void decadesAreAddedAndMeasured() {
        var start = utc("2026-03-02T08:00");
        var due = UTC.add(start, Duration.ofHours(10 * 260 * 30));
        assertThat(UTC.between(start, due)).hasHours(10 * 260 * 30);
        assertThat(UTC.add(due, Duration.ofHours(-10 * 260 * 30))).isEqualTo(start);
    }

    @Test
    void aSumOverAYearTakesMicroseconds() {
        var time = WorkingTime.parse(ZoneId.of("Europe/Berlin"), "mon-fri 08:00-12:00,13:00-17:00", "--12-25");
        var from = utc("2026-02-01T10:00");
        long sum = 0;
        for (int i = 0; i < 50_000; i++) {
            sum += time.between(from.plusSeconds(i), from.plusSeconds(i + 31_000_000L))
                    .toSeconds();
        }
        long begin = System.nanoTime();
        for (int i = 0; i < 100_000; i++) {
            sum += time.between(from.plusSeconds(i), from.plusSeconds(i + 31_000_000L))
                    .toSeconds();
        }
        double micros = (System.nanoTime() - begin) / 1000.0 / 100_000;
        System.out.printf("working time: a sum over a year takes %.2f µs%n", micros);
        assertThat(sum).isPositive();
        assertThat(micros).isLessThan(100);
    }
}
