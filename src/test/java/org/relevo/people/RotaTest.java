package org.relevo.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RotaTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    private final Rota rota = rota("2026-01-05", "08:00");

    @Test
    void theFirstPlaceIsOnCallFromTheFirstHandover() {
        assertThat(onCall("2026-01-05T07:00:00Z")).isEqualTo("ana");
        assertThat(onCall("2026-01-12T06:59:59Z")).isEqualTo("ana");
    }

    @Test
    void everySevenDaysTheNextPlaceTakesOverAndAfterTheLastTheFirst() {
        assertThat(onCall("2026-01-12T07:00:00Z")).isEqualTo("ben");
        assertThat(onCall("2026-01-19T07:00:00Z")).isEqualTo("cleo");
        assertThat(onCall("2026-01-26T07:00:00Z")).isEqualTo("ana");
    }

    @Test
    void beforeTheFirstHandoverThePlacesAreCountedBackwards() {
        assertThat(onCall("2026-01-05T06:59:59Z")).isEqualTo("cleo");
        assertThat(onCall("2025-12-29T06:59:59Z")).isEqualTo("ben");
    }

    @Test
    void theHandoverKeepsItsTimeOnTheWallWhenSummerBegins() {
        assertThat(rota.handoverAfter(at("2026-03-28T12:00:00Z"))).isEqualTo(at("2026-03-30T06:00:00Z"));
        assertThat(onCall("2026-03-30T05:59:59Z")).isEqualTo("cleo");
        assertThat(onCall("2026-03-30T06:00:00Z")).isEqualTo("ana");
    }

    @Test
    void theHandoverKeepsItsTimeOnTheWallWhenSummerEnds() {
        assertThat(rota.handoverAfter(at("2026-10-24T12:00:00Z"))).isEqualTo(at("2026-10-26T07:00:00Z"));
        assertThat(onCall("2026-10-26T06:59:59Z")).isEqualTo("cleo");
        assertThat(onCall("2026-10-26T07:00:00Z")).isEqualTo("ana");
    }

    @Test
    void aHandoverInTheSkippedHourHappensWhenThatHourEnds() {
        var sundays = rota("2026-03-22", "02:30");
        assertThat(sundays.handoverAfter(at("2026-03-28T12:00:00Z"))).isEqualTo(at("2026-03-29T01:30:00Z"));
        assertThat(sundays.onCall(at("2026-03-29T01:29:59Z"), everybody -> true))
                .contains("ana");
        assertThat(sundays.onCall(at("2026-03-29T01:30:00Z"), everybody -> true))
                .contains("ben");
    }

    @Test
    void aHandoverInTheRepeatedHourHappensTheFirstTime() {
        var sundays = rota("2026-10-18", "02:30");
        assertThat(sundays.handoverAfter(at("2026-10-24T12:00:00Z"))).isEqualTo(at("2026-10-25T00:30:00Z"));
        assertThat(sundays.onCall(at("2026-10-25T00:30:00Z"), everybody -> true))
                .contains("ben");
        assertThat(sundays.onCall(at("2026-10-25T01:30:00Z"), everybody -> true))
                .contains("ben");
    }

    @Test
    void somebodyWhoIsDisabledIsSkippedInFavourOfTheNextPlace() {
        assertThat(rota.onCall(at("2026-01-12T07:00:00Z"), person -> !person.equals("ben")))
                .contains("cleo");
    }

    @Test
    void nobodyIsOnCallWhereEverybodyIsDisabled() {
        assertThat(rota.onCall(at("2026-01-12T07:00:00Z"), nobody -> false)).isEmpty();
    }

    private String onCall(String at) {
        return rota.onCall(at(at), everybody -> true).orElseThrow();
    }

    private static Rota rota(String from, String handover) {
        return new Rota(List.of("ana", "ben", "cleo"), LocalDate.parse(from), LocalTime.parse(handover), MADRID);
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
