package org.relevo.intake.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The saved mappings; ServiceNow's ships with Relevo and cannot be changed. */
@Repository
class Mappings {

    static final String SHIPPED = "servicenow";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final Mapping shipped;

    Mappings(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        try (var file = new ClassPathResource("imports/servicenow.json").getInputStream()) {
            this.shipped = json.readValue(file, Mapping.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mapping and the key by which it is chosen. */
    record Saved(String key, Mapping mapping) {}

    List<Saved> all() {
        var all = new java.util.ArrayList<Saved>();
        all.add(new Saved(SHIPPED, shipped));
        all.addAll(jdbc.sql("select key, mapping from import_mapping order by name")
                .query((rs, row) ->
                        new Saved(rs.getString("key"), json.readValue(rs.getString("mapping"), Mapping.class)))
                .list());
        return all;
    }

    Mapping get(String key) {
        return find(key)
                .orElseThrow(() -> new Refusal.Invalid(
                        "mapping",
                        "There is no mapping \"%s\". Use one of %s."
                                .formatted(
                                        key.length() > 60 ? key.substring(0, 60) + "…" : key,
                                        String.join(
                                                ", ",
                                                all().stream().map(Saved::key).toList()))));
    }

    private Optional<Mapping> find(String key) {
        if (key.equals(SHIPPED)) {
            return Optional.of(shipped);
        }
        return jdbc.sql("select mapping from import_mapping where key = ?")
                .param(key)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, Mapping.class));
    }

    void save(String key, Mapping mapping, Actor by) {
        by.require(Role.ADMIN, Role.SERVICE_MANAGER);
        if (!key.matches("[a-z][a-z0-9-]{1,39}") || key.equals(SHIPPED)) {
            throw new Refusal.Invalid(
                    "key", "Give it a key of its own: 2 to 40 lower-case letters, digits or hyphens, not servicenow.");
        }
        var problems = mapping.problems();
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        jdbc.sql("insert into import_mapping (key, name, mapping, created_at, created_by) values (?, ?, ?::jsonb, ?, ?)"
                        + " on conflict (key) do update set name = excluded.name, mapping = excluded.mapping")
                .params(
                        key,
                        mapping.name(),
                        json.writeValueAsString(mapping),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        by.name())
                .update();
    }
}
