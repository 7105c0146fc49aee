package org.relevo.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.relevo.people.Presence.Away;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the tables of layers, stand-ins and absences; of the past only what a calendar still shows. */
@Component
class RotaTables {

    private static final Duration SHOWN = Duration.ofDays(60);

    private final JdbcClient jdbc;
    private final Clock clock;

    RotaTables(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<String, List<Away>> away() {
        var away = new HashMap<String, List<Away>>();
        jdbc.sql("select username, from_at, to_at from absence where withdrawn_at is null and to_at > :since"
                        + " order by username, from_at")
                .param("since", since())
                .query(row -> {
                    away.computeIfAbsent(text(row, "username"), u -> new ArrayList<>())
                            .add(new Away(instant(row, "from_at"), instant(row, "to_at")));
                });
        return away;
    }

    Map<String, Schedule> schedules(Map<String, Team> teams, Presence presence) {
        var layers = layers(teams);
        var standIns = standIns();
        var schedules = new HashMap<String, Schedule>();
        layers.forEach((team, own) ->
                schedules.put(team, new Schedule(team, own, standIns.getOrDefault(team, List.of()), presence)));
        return schedules;
    }

    private Map<String, List<Layer>> layers(Map<String, Team> teams) {
        var places = new HashMap<String, List<String>>();
        jdbc.sql("select team, layer, username from rota_place order by team, layer, place")
                .query(row -> {
                    places.computeIfAbsent(row.getString("team") + row.getInt("layer"), k -> new ArrayList<>())
                            .add(row.getString("username"));
                });
        var layers = new HashMap<String, List<Layer>>();
        jdbc.sql("select * from rota_layer order by team, layer").query(row -> {
            var team = text(row, "team");
            layers.computeIfAbsent(team, t -> new ArrayList<>())
                    .add(layer(
                            row,
                            Objects.requireNonNull(teams.get(team)),
                            places.getOrDefault(team + row.getInt("layer"), List.of())));
        });
        return layers;
    }

    private static Layer layer(ResultSet row, Team team, List<String> places) throws SQLException {
        var turns = new Turns(
                Objects.requireNonNull(row.getObject("starts_on", LocalDate.class)),
                Objects.requireNonNull(row.getObject("handover_at", LocalTime.class)),
                team.zone(),
                row.getInt("length"),
                Turns.Unit.valueOf(text(row, "unit")));
        return new Layer(row.getInt("layer"), List.copyOf(places), turns, Window.readAll(text(row, "windows")));
    }

    private Map<String, List<StandIn>> standIns() {
        var standIns = new HashMap<String, List<StandIn>>();
        jdbc.sql("select * from stand_in where withdrawn_at is null and to_at > :since")
                .param("since", since())
                .query(row -> {
                    standIns.computeIfAbsent(text(row, "team"), t -> new ArrayList<>())
                            .add(standIn(row));
                });
        return standIns;
    }

    private static StandIn standIn(ResultSet row) throws SQLException {
        return new StandIn(
                row.getLong("id"),
                row.getInt("layer"),
                text(row, "username"),
                instant(row, "from_at"),
                instant(row, "to_at"),
                row.getObject("swap") == null ? Shift.Kind.OVERRIDE : Shift.Kind.SWAP);
    }

    private OffsetDateTime since() {
        return clock.instant().minus(SHOWN).atOffset(ZoneOffset.UTC);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class), column)
                .toInstant();
    }
}
