package org.relevo.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relevo.people.Rosters.at;
import static org.relevo.people.Rosters.away;
import static org.relevo.people.Rosters.layer;
import static org.relevo.people.Rosters.schedule;
import static org.relevo.people.Rosters.standIn;
import static org.relevo.people.Rosters.turns;
import static org.relevo.people.Rosters.weekly;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Layer WEEKLY = weekly(1, "Europe/Madrid", "2026-01-05", "08:00", "ana", "ben", "cleo");

    private final Schedule rota = schedule(WEEKLY);

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
        assertThat(handoverAfter(WEEKLY, "2026-03-28T12:00:00Z")).isEqualTo(at("2026-03-30T06:00:00Z"));
        assertThat(onCall("2026-03-30T05:59:59Z")).isEqualTo("cleo");
        assertThat(onCall("2026-03-30T06:00:00Z")).isEqualTo("ana");
    }

    @Test
    void theHandoverKeepsItsTimeOnTheWallWhenSummerEnds() {
        assertThat(handoverAfter(WEEKLY, "2026-10-24T12:00:00Z")).isEqualTo(at("2026-10-26T07:00:00Z"));
        assertThat(onCall("2026-10-26T06:59:59Z")).isEqualTo("cleo");
        assertThat(onCall("2026-10-26T07:00:00Z")).isEqualTo("ana");
    }

    @Test
    void aHandoverInTheSkippedHourHappensWhenThatHourEnds() {
        var sundays = weekly(1, "Europe/Madrid", "2026-03-22", "02:30", "ana", "ben");
        assertThat(handoverAfter(sundays, "2026-03-28T12:00:00Z")).isEqualTo(at("2026-03-29T01:00:00Z"));
        assertThat(schedule(sundays).onCall(1, at("2026-03-29T00:59:59Z"))).contains("ana");
        assertThat(schedule(sundays).onCall(1, at("2026-03-29T01:00:00Z"))).contains("ben");
    }

    @Test
    void aHandoverInTheRepeatedHourHappensTheFirstTime() {
        var sundays = weekly(1, "Europe/Madrid", "2026-10-18", "02:30", "ana", "ben");
        assertThat(handoverAfter(sundays, "2026-10-24T12:00:00Z")).isEqualTo(at("2026-10-25T00:30:00Z"));
        assertThat(schedule(sundays).onCall(1, at("2026-10-25T00:30:00Z"))).contains("ben");
        assertThat(schedule(sundays).onCall(1, at("2026-10-25T01:30:00Z"))).contains("ben");
    }

    @Test
    void v5WeeklyShiftsInChicagoHaveNoGapAndNoOverlapAcrossBothChanges() {
        var chicago = weekly(1, "America/Chicago", "2026-02-23", "09:00", "ana", "ben", "cleo");
        for (var range : List.of(
                List.of("2026-02-25T00:00:00Z", "2026-03-25T00:00:00Z"),
                List.of("2026-10-20T00:00:00Z", "2026-11-20T00:00:00Z"))) {
            var shifts = schedule(chicago).stretches(chicago, at(range.get(0)), at(range.get(1)));
            assertThat(shifts)
                    .hasSizeGreaterThan(3)
                    .allSatisfy(shift -> assertThat(
                                    shift.from().atZone(chicago.turns().zone()).toLocalTime())
                            .hasToString("09:00"));
            for (var i = 1; i < shifts.size(); i++) {
                assertThat(shifts.get(i).from()).isEqualTo(shifts.get(i - 1).to());
                assertThat(shifts.get(i).username())
                        .isNotEqualTo(shifts.get(i - 1).username());
            }
        }
        var shortWeek = schedule(chicago).stretches(chicago, at("2026-03-08T08:00:00Z"), at("2026-03-08T08:00:01Z"));
        assertThat(Duration.between(shortWeek.get(0).from(), shortWeek.get(0).to()))
                .isEqualTo(Duration.ofHours(167));
    }

    @Test
    void v18ThreeLayersHaveThreePeopleOnCall() {
        var three = schedule(
                weekly(1, "Europe/Madrid", "2026-01-05", "08:00", "ana", "ben"),
                weekly(2, "Europe/Madrid", "2026-01-05", "08:00", "cleo", "dan"),
                weekly(3, "Europe/Madrid", "2026-01-05", "08:00", "eva"));
        var at = at("2026-01-06T07:00:00Z");
        assertThat(List.of(
                        three.onCall(1, at).orElseThrow(),
                        three.onCall(2, at).orElseThrow(),
                        three.onCall(3, at).orElseThrow()))
                .containsExactly("ana", "cleo", "eva");
        assertThat(three.onCall(4, at)).isEmpty();
    }

    @Test
    void aHandoverEveryEightHoursFollowsTheSun() {
        var sun = layer(1, turns("UTC", "2026-01-05", "00:00", 8, Turns.Unit.HOURS), "", "ana", "ben", "cleo");
        assertThat(schedule(sun).onCall(1, at("2026-01-09T07:59:59Z"))).contains("ana");
        assertThat(schedule(sun).onCall(1, at("2026-01-09T08:00:00Z"))).contains("ben");
        assertThat(schedule(sun).onCall(1, at("2026-01-09T16:00:00Z"))).contains("cleo");
    }

    @Test
    void outsideItsWindowsALayerIsEmptyOnPurpose() {
        var office = layer(1, WEEKLY.turns(), "Mon-Fri 08:00-18:00", "ana", "ben");
        assertThat(schedule(office).onCall(1, at("2026-01-06T07:00:00Z"))).contains("ana");
        assertThat(schedule(office).onCall(1, at("2026-01-06T17:00:00Z"))).isEmpty();
        assertThat(schedule(office).stretches(office, at("2026-01-05T00:00:00Z"), at("2026-01-19T00:00:00Z")))
                .noneMatch(Stretch::isGap)
                .filteredOn(stretch -> stretch.username() != null)
                .hasSize(10);
    }

    @Test
    void aWindowGoesOnPastMidnight() {
        var nights = layer(1, WEEKLY.turns(), "Fri 22:00-06:00", "ana");
        assertThat(schedule(nights).onCall(1, at("2026-01-10T04:59:59Z"))).contains("ana");
        assertThat(schedule(nights).onCall(1, at("2026-01-10T05:00:00Z"))).isEmpty();
    }

    @Test
    void somebodyWhoIsDisabledIsSkippedInFavourOfTheNextPlace() {
        var without = new Schedule("team", List.of(WEEKLY), List.of(), new Presence(Set.of("ana", "cleo"), Map.of()));
        assertThat(without.onCall(1, at("2026-01-12T07:00:00Z"))).contains("cleo");
    }

    @Test
    void nobodyIsOnCallWhereEverybodyIsDisabledAndThatIsAGap() {
        var nobody = new Schedule("team", List.of(WEEKLY), List.of(), new Presence(Set.of(), Map.of()));
        assertThat(nobody.onCall(1, at("2026-01-12T07:00:00Z"))).isEmpty();
        assertThat(nobody.stretches(WEEKLY, at("2026-01-12T07:00:00Z"), at("2026-01-13T07:00:00Z")))
                .singleElement()
                .satisfies(stretch -> assertThat(stretch.isGap()).isTrue());
    }

    @Test
    void theNextPlaceCoversExactlyWhileSomebodyIsAway() {
        var without = new Schedule(
                "team", List.of(WEEKLY), List.of(), away("ben", "2026-01-13T00:00:00Z", "2026-01-14T00:00:00Z"));
        var week = without.stretches(WEEKLY, at("2026-01-12T07:00:00Z"), at("2026-01-19T07:00:00Z"));
        assertThat(week).extracting(Stretch::username).containsExactly("ben", "cleo", "ben");
        assertThat(week)
                .extracting(Stretch::kind)
                .containsExactly(Shift.Kind.ROTATION, Shift.Kind.COVER, Shift.Kind.ROTATION);
        assertThat(week.get(1).from()).isEqualTo(at("2026-01-13T00:00:00Z"));
        assertThat(week.get(1).to()).isEqualTo(at("2026-01-14T00:00:00Z"));
    }

    @Test
    void whoStandsInIsOnCallAndTheLatestEntryCounts() {
        var standing = standing(
                standIn(1, "dan", "2026-01-06T00:00:00Z", "2026-01-09T00:00:00Z"),
                standIn(2, "eva", "2026-01-07T00:00:00Z", "2026-01-08T00:00:00Z"));
        assertThat(standing.stretches(WEEKLY, at("2026-01-05T07:00:00Z"), at("2026-01-12T07:00:00Z")))
                .extracting(Stretch::username)
                .containsExactly("ana", "dan", "eva", "dan", "ana");
    }

    @Test
    void whoGaveTheShiftAwayIsTheLastToCoverForWhoStandsIn() {
        var standing = new Schedule(
                "team",
                List.of(WEEKLY),
                List.of(standIn(1, "dan", "2026-01-06T00:00:00Z", "2026-01-09T00:00:00Z")),
                away("dan", "2026-01-07T00:00:00Z", "2026-01-08T00:00:00Z"));
        assertThat(standing.onCall(1, at("2026-01-07T12:00:00Z"))).contains("ben");
    }

    @Test
    void aStandInThatOutlastsTheRangeIsShownWhole() {
        var standing = standing(standIn(1, "dan", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"));
        assertThat(standing.stretches(WEEKLY, at("2026-01-13T00:00:00Z"), at("2026-01-14T00:00:00Z")))
                .singleElement()
                .satisfies(shift -> {
                    assertThat(shift.from()).isEqualTo(at("2026-01-01T00:00:00Z"));
                    assertThat(shift.to()).isEqualTo(at("2026-02-01T00:00:00Z"));
                });
    }

    @Test
    void someoneMayStandInWhileTheLayerIsNotStaffed() {
        var office = layer(1, WEEKLY.turns(), "Mon-Fri 08:00-18:00", "ana", "ben");
        var standing = new Schedule(
                "team",
                List.of(office),
                List.of(standIn(1, "dan", "2026-01-10T00:00:00Z", "2026-01-11T00:00:00Z")),
                Rosters.presence());
        assertThat(standing.onCall(1, at("2026-01-10T12:00:00Z"))).contains("dan");
        assertThat(standing.onCall(1, at("2026-01-11T00:00:00Z"))).isEmpty();
    }

    @Test
    void onADayThatAZoneLeftOutNobodyIsSkippedForGood() {
        var apia = layer(1, turns("Pacific/Apia", "2011-12-26", "09:00", 1, Turns.Unit.DAYS), "", "ana", "ben", "cleo");
        var days = schedule(apia).stretches(apia, at("2011-12-29T00:00:00Z"), at("2012-01-01T00:00:00Z"));
        for (var i = 1; i < days.size(); i++) {
            assertThat(days.get(i).from()).isEqualTo(days.get(i - 1).to());
        }
        assertThat(days).extracting(Stretch::username).doesNotContainNull();
    }

    private static Schedule standing(StandIn... standIns) {
        return new Schedule("team", List.of(WEEKLY), List.of(standIns), Rosters.presence());
    }

    private String onCall(String at) {
        return rota.onCall(1, at(at)).orElseThrow();
    }

    private static Instant handoverAfter(Layer layer, String at) {
        return layer.turns().start(layer.turns().at(at(at)) + 1);
    }
}
