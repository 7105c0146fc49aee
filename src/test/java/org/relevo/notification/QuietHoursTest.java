package org.relevo.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final QuietHours NIGHT =
            new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));

    @Test
    void theNightEndsInTheMorning() {
        assertThat(end("2026-03-03T22:30:00Z")).isEqualTo("2026-03-04T06:00:00Z");
        assertThat(end("2026-03-04T05:59:59Z")).isEqualTo("2026-03-04T06:00:00Z");
    }

    @Test
    void justBeforeTheNightAndWhenItIsOverNothingIsQuiet() {
        assertThat(end("2026-03-03T20:59:59Z")).isEqualTo("2026-03-03T20:59:59Z");
        assertThat(end("2026-03-04T06:00:00Z")).isEqualTo("2026-03-04T06:00:00Z");
    }

    @Test
    void aQuietWeekendReachesFromFridayNightToMondayMorning() {
        assertThat(end("2026-03-06T21:00:00Z")).isEqualTo("2026-03-09T06:00:00Z");
    }

    @Test
    void theMorningIsTheOneOfTheClockWhenSummerTimeBegins() {
        assertThat(end("2026-03-28T12:00:00Z")).isEqualTo("2026-03-30T05:00:00Z");
    }

    @Test
    void whoHasNoQuietHoursIsNeverKeptWaiting() {
        var at = Instant.parse("2026-03-03T23:00:00Z");
        assertThat(QuietHours.NONE.endAfter(at, MADRID)).isEqualTo(at);
    }

    private static Instant end(String at) {
        return NIGHT.endAfter(Instant.parse(at), MADRID);
    }
}
