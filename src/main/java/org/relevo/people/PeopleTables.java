package org.relevo.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the tables of people, teams and rotas. */
@Component
class PeopleTables {

    private final JdbcClient jdbc;

    PeopleTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PeopleSnapshot read() {
        var teams = new LinkedHashMap<String, Team>();
        var rotas = new HashMap<String, Rota>();
        var places = lists(
                "select team, username from team_member where rota_place is not null order by team, rota_place, username");
        each("select * from team order by name", row -> {
            var team =
                    new Team(text(row, "key"), text(row, "name"), ZoneId.of(text(row, "zone")), row.getBoolean("demo"));
            teams.put(team.key(), team);
            var rota = rota(row, team, places.getOrDefault(team.key(), List.of()));
            if (rota != null) {
                rotas.put(team.key(), rota);
            }
        });
        return new PeopleSnapshot(
                persons(),
                roles(),
                teams,
                lists("select team, username from team_member order by team, username"),
                rotas,
                lists("select service, username from service_manager order by service, username"));
    }

    private Map<String, Person> persons() {
        var persons = new LinkedHashMap<String, Person>();
        each("select * from person order by name, username", row -> {
            var person = new Person(
                    text(row, "username"),
                    text(row, "name"),
                    text(row, "mail"),
                    ZoneId.of(text(row, "zone")),
                    Locale.forLanguageTag(text(row, "language")),
                    row.getString("manager"),
                    row.getBoolean("enabled"),
                    row.getBoolean("demo"));
            persons.put(person.username(), person);
        });
        return persons;
    }

    private Map<String, Set<Role>> roles() {
        var roles = new HashMap<String, Set<Role>>();
        each(
                "select username, role from person_role",
                row -> roles.computeIfAbsent(text(row, "username"), u -> EnumSet.of(Role.VIEWER))
                        .add(Role.valueOf(text(row, "role"))));
        return roles;
    }

    private static @Nullable Rota rota(ResultSet row, Team team, List<String> places) throws SQLException {
        var from = row.getObject("rota_from", LocalDate.class);
        var handover = row.getObject("handover_at", LocalTime.class);
        return from == null || handover == null || places.isEmpty()
                ? null
                : new Rota(places, from, handover, team.zone());
    }

    private Map<String, List<String>> lists(String sql) {
        var lists = new HashMap<String, List<String>>();
        each(
                sql,
                row -> lists.computeIfAbsent(row.getString(1), k -> new ArrayList<>())
                        .add(row.getString(2)));
        return lists;
    }

    private void each(String sql, RowCallbackHandler row) {
        jdbc.sql(sql).query(row);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return java.util.Objects.requireNonNull(row.getString(column), column);
    }
}
