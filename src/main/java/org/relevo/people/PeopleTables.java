package org.relevo.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the tables of people, teams and rotas. */
@Component
class PeopleTables {

    private final JdbcClient jdbc;
    private final RotaTables rotas;

    PeopleTables(JdbcClient jdbc, RotaTables rotas) {
        this.jdbc = jdbc;
        this.rotas = rotas;
    }

    PeopleSnapshot read() {
        var teams = new LinkedHashMap<String, Team>();
        each("select * from team order by name", row -> {
            var team =
                    new Team(text(row, "key"), text(row, "name"), ZoneId.of(text(row, "zone")), row.getBoolean("demo"));
            teams.put(team.key(), team);
        });
        var persons = persons();
        var presence = new Presence(enabled(persons), rotas.away());
        return new PeopleSnapshot(
                persons,
                roles(),
                teams,
                lists("select team, username from team_member order by team, username"),
                rotas.schedules(teams, presence),
                presence,
                lists("select service, username from service_manager order by service, username"));
    }

    private static Set<String> enabled(Map<String, Person> persons) {
        return persons.values().stream()
                .filter(Person::enabled)
                .map(Person::username)
                .collect(Collectors.toUnmodifiableSet());
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
