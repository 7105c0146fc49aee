package org.relevo.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rotas that say only what matters to a test. Everybody there is has a name of one word. */
class Rosters {

    static final Set<String> EVERYBODY = Set.of("ana", "ben", "cleo", "dan", "eva", "fay");

    private Rosters() {}

    static Layer weekly(int number, String zone, String from, String handover, String... places) {
        return layer(number, new Turns(day(from), time(handover), ZoneId.of(zone), 1, Turns.Unit.WEEKS), "", places);
    }

    static Layer layer(int number, Turns turns, String windows, String... places) {
        return new Layer(number, List.of(places), turns, Window.readAll(windows));
    }

    static Turns turns(String zone, String from, String handover, int length, Turns.Unit unit) {
        return new Turns(day(from), time(handover), ZoneId.of(zone), length, unit);
    }

    static Schedule schedule(Layer... layers) {
        return new Schedule("team", Arrays.asList(layers), List.of(), presence());
    }

    static Presence presence() {
        return new Presence(EVERYBODY, Map.of());
    }

    static Presence away(String username, String from, String to) {
        return new Presence(EVERYBODY, Map.of(username, List.of(new Presence.Away(at(from), at(to)))));
    }

    static StandIn standIn(long id, String username, String from, String to) {
        return new StandIn(id, 1, username, at(from), at(to), Shift.Kind.OVERRIDE);
    }

    static Instant at(String text) {
        return Instant.parse(text);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text);
    }
}
