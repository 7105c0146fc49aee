package org.relevo.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Drawn schedules in drawn zones against the wall clock of every minute; what fails is shrunk to a small example. */
class WorkingTimePropertiesTest {

    private static final Instant BEGIN = Instant.parse("2015-01-01T00:00:00Z");
    private static final int MINUTES = 3 * 24 * 60;
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    /** A stretch of three days; half of them hold a clock change of the zone, where it has any. */
    record Stretch(ZoneId zone, Instant first, int from, int to) {}

    @Property(tries = 300)
    void anyScheduleAgreesWithTheWallClockOfEveryMinute(
            @ForAll("schedules") String schedule, @ForAll("stretches") Stretch stretch) {
        var time = WorkingTime.parse(stretch.zone(), schedule, "");
        var open = WorkingTimeOracleTest.openMinutes(time, stretch.first(), MINUTES);
        WorkingTimeOracleTest.compare(time, open, stretch.first(), stretch.from(), stretch.to());
    }

    /** Up to three intervals for each of some days, to the minute and in any order of days. */
    @Provide
    Arbitrary<String> schedules() {
        var bounds = Arbitraries.integers()
                .between(0, 24 * 60)
                .set()
                .ofMinSize(2)
                .ofMaxSize(6)
                .map(set -> new TreeSet<>(set).stream().toList());
        var day = Combinators.combine(Arbitraries.of(DAYS), bounds).as((name, cuts) -> name + " " + intervals(cuts));
        return day.list()
                .ofMinSize(1)
                .ofMaxSize(7)
                .uniqueElements(one -> one.substring(0, 3))
                .map(days -> String.join("; ", days));
    }

    private static String intervals(List<Integer> cuts) {
        return IntStream.range(0, cuts.size() / 2)
                .mapToObj(i -> clock(cuts.get(2 * i)) + "-" + clock(cuts.get(2 * i + 1)))
                .collect(Collectors.joining(","));
    }

    private static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    @Provide
    Arbitrary<Stretch> stretches() {
        var zones = new TreeSet<>(ZoneId.getAvailableZoneIds())
                .stream()
                        .map(ZoneId::of)
                        .filter(zone -> zone.getRules() != null)
                        .toList();
        var ends = Arbitraries.integers().between(0, MINUTES - 1).tuple2();
        return Arbitraries.of(zones)
                .flatMap(zone -> Combinators.combine(starts(zone), ends)
                        .as((first, two) -> new Stretch(
                                zone, first, Math.min(two.get1(), two.get2()), Math.max(two.get1(), two.get2()) + 1)));
    }

    private static Arbitrary<Instant> starts(ZoneId zone) {
        var anywhere = Arbitraries.integers().between(0, 20 * 365 * 24).map(hour -> BEGIN.plus(hour, ChronoUnit.HOURS));
        var changes = WorkingTimeOracleTest.changes(zone);
        return changes.isEmpty()
                ? anywhere
                : Arbitraries.oneOf(
                        anywhere,
                        Arbitraries.of(changes)
                                .map(change ->
                                        change.truncatedTo(ChronoUnit.HOURS).minus(36, ChronoUnit.HOURS)));
    }
}
