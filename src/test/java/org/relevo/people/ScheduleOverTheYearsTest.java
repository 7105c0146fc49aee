package org.relevo.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Rotas drawn at random are compared, minute by minute, with the plain question who is on call; around the changes of
 * the clocks and the ends of the years in zones whose changes are odd. A failure names the seed that finds it again.
 */
class ScheduleOverTheYearsTest {

    private static final List<String> ZONES = List.of(
            "America/Chicago",
            "Europe/Madrid",
            "Australia/Lord_Howe",
            "Africa/Casablanca",
            "America/St_Johns",
            "Antarctica/Troll",
            "Asia/Kathmandu",
            "Pacific/Apia",
            "America/Sao_Paulo",
            "UTC");
    private static final List<String> WINDOWS = List.of(
            "",
            "",
            "Mon-Fri 08:00-18:00",
            "Mon-Sun 22:00-06:00",
            "Sat,Sun 00:00-00:00",
            "Sun 01:30-02:30\nFri 12:00-13:00");
    private static final List<String> PLACES = List.of("ana", "ben", "cleo", "dan", "eva");

    @Test
    void theShiftsLeaveNoHoleOverlapNowhereAndAgreeWithWhoIsOnCall() {
        for (var seed = 0; seed < 400; seed++) {
            check(seed, new Random(seed));
        }
    }

    private static void check(int seed, Random random) {
        var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        var from = interesting(zone, random);
        var to = from.plus(Duration.ofHours(1 + random.nextInt(24 * 10)));
        var layer = layer(zone, random);
        var schedule = new Schedule("team", List.of(layer), standIns(from, random), presence(from, random));
        var stretches = schedule.stretches(layer, from, to);
        var name = "seed %d: %s from %s to %s".formatted(seed, layer, from, to);
        assertThat(stretches).as(name).isNotEmpty();
        assertThat(stretches.get(0).from()).as(name).isBeforeOrEqualTo(from);
        assertThat(stretches.get(stretches.size() - 1).to()).as(name).isAfterOrEqualTo(to);
        for (var i = 1; i < stretches.size(); i++) {
            assertThat(stretches.get(i).from())
                    .as(name)
                    .isEqualTo(stretches.get(i - 1).to());
            assertThat(stretches.get(i).from())
                    .as(name)
                    .isBefore(stretches.get(i).to());
        }
        agree(name, schedule, stretches, from, to);
    }

    private static void agree(String name, Schedule schedule, List<Stretch> stretches, Instant from, Instant to) {
        var current = 0;
        for (var at = from; at.isBefore(to); at = at.plus(Duration.ofMinutes(1))) {
            while (!stretches.get(current).to().isAfter(at)) {
                current++;
            }
            assertThat(schedule.onCall(1, at).orElse(null))
                    .as("%s at %s", name, at)
                    .isEqualTo(stretches.get(current).username());
        }
    }

    private static Instant interesting(ZoneId zone, Random random) {
        var year = 2015 + random.nextInt(20);
        var newYear = LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant();
        var change = zone.getRules().nextTransition(newYear);
        if (change == null || random.nextInt(4) == 0) {
            return newYear.minus(Duration.ofHours(random.nextInt(72)));
        }
        return change.getInstant().minus(Duration.ofHours(random.nextInt(72)));
    }

    private static Layer layer(ZoneId zone, Random random) {
        var unit = Turns.Unit.values()[random.nextInt(3)];
        var length = unit == Turns.Unit.HOURS ? 1 + random.nextInt(30) : 1 + random.nextInt(4);
        var turns = new Turns(
                LocalDate.of(2010, 1, 1).plusDays(random.nextInt(9000)),
                LocalTime.of(random.nextInt(24), 15 * random.nextInt(4)),
                zone,
                length,
                unit);
        var windows = Window.readAll(WINDOWS.get(random.nextInt(WINDOWS.size())));
        return new Layer(1, PLACES.subList(0, 1 + random.nextInt(PLACES.size())), turns, windows);
    }

    private static List<StandIn> standIns(Instant around, Random random) {
        var standIns = new ArrayList<StandIn>();
        for (var id = 0; id < random.nextInt(4); id++) {
            var from = around.plus(Duration.ofMinutes(random.nextInt(20_000) - 5_000));
            var to = from.plus(Duration.ofMinutes(1 + random.nextInt(9_000)));
            standIns.add(new StandIn(id, 1, PLACES.get(random.nextInt(5)), from, to, Shift.Kind.OVERRIDE));
        }
        return standIns;
    }

    private static Presence presence(Instant around, Random random) {
        Map<String, List<Presence.Away>> away = new HashMap<>();
        for (var person : PLACES) {
            if (random.nextInt(3) == 0) {
                var from = around.plus(Duration.ofMinutes(random.nextInt(20_000) - 5_000));
                away.put(
                        person,
                        List.of(new Presence.Away(from, from.plus(Duration.ofMinutes(1 + random.nextInt(9_000))))));
            }
        }
        return new Presence(Rosters.EVERYBODY, away);
    }
}
