package org.relevo.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.relevo.calendar.WorkingTime.Span;

/**
 * Compares with an oracle that looks at the wall clock of every minute, around every clock change from 2015 to 2035 of
 * the zones. Each change is met by one of several schedules, drawn by a fixed seed; zones whose clocks change alike are
 * tried once.
 */
class WorkingTimeOracleTest {

    private static final Instant BEGIN = Instant.parse("2015-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2036-01-01T00:00:00Z");

    private static final List<String> SCHEDULES = List.of(
            "mon-sun 00:00-24:00",
            "mon-sun 01:30-02:30",
            "mon-sun 00:00-00:30,01:00-01:45,02:15-03:00,23:30-24:00",
            "mon-fri 09:00-17:00; sat 22:00-24:00; sun 00:00-02:30",
            "sun 02:00-03:00; thu 00:15-24:00; fri 00:00-23:45");

    private final Random random = new Random(42);

    @Test
    void agreesWithTheWallClockOfEveryMinuteAroundEveryClockChange() {
        var seen = new TreeSet<String>();
        int changes = 0;
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            var zone = ZoneId.of(id);
            // The iCalendar library registers names of its own, for which there are no rules.
            if (zone.getRules() == null) {
                continue;
            }
            for (Instant change : changes(zone)) {
                var alike = "%s %s"
                        .formatted(
                                change,
                                zone.getRules()
                                        .getTransition(change.atZone(zone).toLocalDateTime()));
                alike += zone.getRules().getOffset(change) + " "
                        + zone.getRules().getOffset(change.minusSeconds(1));
                if (seen.add(alike)) {
                    compare(zone, change, SCHEDULES.get(changes++ % SCHEDULES.size()));
                }
            }
        }
        assertThat(changes).isGreaterThan(500);
        System.out.printf(
                "working time: %,d different clock changes agree with the minute-by-minute oracle%n", changes);
    }

    static List<Instant> changes(ZoneId zone) {
        var all = new ArrayList<Instant>();
        var next = zone.getRules().nextTransition(BEGIN);
        while (next != null && next.getInstant().isBefore(END)) {
            all.add(next.getInstant());
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return all;
    }

    private void compare(ZoneId zone, Instant change, String schedule) {
        var time = WorkingTime.parse(zone, schedule, "");
        var first = change.truncatedTo(ChronoUnit.HOURS).minus(20, ChronoUnit.HOURS);
        var open = openMinutes(time, first, 40 * 60);
        for (int i = 0; i < 4; i++) {
            int from = random.nextInt(open.length / 2);
            int to = from + random.nextInt(open.length - from);
            compare(time, open, first, from, to);
        }
    }

    /** What the wall clock of each minute says. */
    static boolean[] openMinutes(WorkingTime time, Instant first, int minutes) {
        var open = new boolean[minutes];
        for (int m = 0; m < open.length; m++) {
            var wall = first.plusSeconds(m * 60L).atZone(time.zone());
            int minute = wall.getHour() * 60 + wall.getMinute();
            open[m] = time.timetable().week(wall.toLocalDate()).on(wall.getDayOfWeek()).stream()
                    .anyMatch(i -> i.contains(minute));
        }
        return open;
    }

    static void compare(WorkingTime time, boolean[] open, Instant first, int from, int to) {
        var start = first.plusSeconds(from * 60L);
        var end = first.plusSeconds(to * 60L);
        int worked = 0;
        int lastOpen = -1;
        int firstOpen = -1;
        for (int m = from; m < to; m++) {
            if (open[m]) {
                worked++;
                lastOpen = m;
                firstOpen = firstOpen < 0 ? m : firstOpen;
            }
        }
        var sum = Duration.ofMinutes(worked);
        var about = "%s from %s to %s".formatted(time.zone(), start, end);
        assertThat(time.between(start, end)).as(about).isEqualTo(sum);
        assertThat(time.isWorking(start)).as(about).isEqualTo(open[from]);
        if (worked > 0) {
            assertThat(time.add(start, sum)).as(about).isEqualTo(first.plusSeconds((lastOpen + 1) * 60L));
            assertThat(time.add(end, sum.negated())).as(about).isEqualTo(first.plusSeconds(firstOpen * 60L));
            assertThat(time.between(start, time.add(start, sum))).as(about).isEqualTo(sum);
        }
        compareSpans(time.spans(start, end), start, end, sum, about);
    }

    private static void compareSpans(List<Span> spans, Instant start, Instant end, Duration sum, String about) {
        assertThat(spans.stream().filter(Span::open).map(Span::length).reduce(Duration.ZERO, Duration::plus))
                .as(about)
                .isEqualTo(sum);
        var at = start;
        for (Span span : spans) {
            assertThat(span.from()).as(about).isEqualTo(at).isBefore(span.to());
            assertThat(span.why() == null).as(about).isEqualTo(span.open());
            at = span.to();
        }
        assertThat(at).as(about).isEqualTo(end);
    }
}
