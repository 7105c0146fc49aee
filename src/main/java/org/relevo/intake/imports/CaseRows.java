package org.relevo.intake.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The cases of a batch and their events, each kind read or written by one statement. */
@Repository
class CaseRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CaseRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A case that is there already.
     *
     * @param origin the tool it comes from; null for one of our own
     * @param lastValues what the tool wrote at the latest event read
     */
    record Known(@Nullable String origin, Instant lastAt, long lastSequence, Map<Field, String> lastValues) {}

    /** An event as it is written. */
    record Event(String number, Instant at, String text, String by, String reason, String key) {}

    Map<String, Known> known(Collection<String> numbers) {
        var known = new HashMap<String, Known>();
        jdbc.sql("""
                        select w.number, w.origin, c.last_at, c.last_sequence, c.last_values
                        from work_item w left join import_case c on c.work_item = w.number
                        where w.number = any(:numbers) for update of w""")
                .param("numbers", numbers.toArray(String[]::new))
                .query((rs, row) -> Map.entry(rs.getString("number"), known(rs)))
                .list()
                .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        return known;
    }

    private Known known(ResultSet rs) throws SQLException {
        var at = rs.getObject("last_at", OffsetDateTime.class);
        var values = new EnumMap<Field, String>(Field.class);
        if (at != null) {
            json.readTree(rs.getString("last_values"))
                    .properties()
                    .forEach(e ->
                            values.put(Field.valueOf(e.getKey()), e.getValue().asString()));
        }
        return new Known(
                rs.getString("origin"), at == null ? Instant.MIN : at.toInstant(), rs.getLong("last_sequence"), values);
    }

    /** Writes cases as they are at the latest of their rows; those that are there are changed to it. */
    void write(Collection<ImportedRow> latest, Mapping mapping) {
        jdbc.sql("""
                        insert into work_item (number, type, title, description, state, priority, impact, urgency, service,
                          team, assignee, raised_at, raised_by, ended_at, priority_reason, team_reason, origin)
                        select d.number, 'INCIDENT', d.title, d.description, d.state, d.priority, d.impact, d.urgency, d.service,
                          d.team, d.assignee, d.raised_at, d.raised_by, d.ended_at, :reason, :reason, :origin
                        from unnest(:numbers::text[], :titles::text[], :descriptions::text[], :states::text[],
                          :priorities::text[], :impacts::text[], :urgencies::text[], :services::text[], :teams::text[],
                          :assignees::text[], :raised::timestamptz[], :raisers::text[], :ends::timestamptz[])
                          as d (number, title, description, state, priority, impact, urgency, service, team, assignee,
                            raised_at, raised_by, ended_at)
                        on conflict (number) do update set state = excluded.state, priority = excluded.priority,
                          impact = excluded.impact, urgency = excluded.urgency, service = excluded.service,
                          team = excluded.team, assignee = excluded.assignee, ended_at = excluded.ended_at,
                          title = excluded.title, description = excluded.description""")
                .param("reason", "as " + mapping.name() + " recorded it")
                .param("origin", mapping.origin())
                .param("numbers", texts(latest, ImportedRow::number))
                .param("titles", texts(latest, row -> title(row, mapping)))
                .param("descriptions", texts(latest, row -> row.text(Field.DESCRIPTION, "")))
                .param("states", texts(latest, row -> row.codes().get(Field.STATE)))
                .param("priorities", texts(latest, row -> row.codes().get(Field.PRIORITY)))
                .param("impacts", texts(latest, row -> row.codes().get(Field.IMPACT)))
                .param("urgencies", texts(latest, row -> row.codes().get(Field.URGENCY)))
                .param("services", texts(latest, row -> row.values().get(Field.SERVICE)))
                .param("teams", texts(latest, row -> row.values().get(Field.TEAM)))
                .param("assignees", texts(latest, row -> row.values().get(Field.ASSIGNEE)))
                .param("raised", texts(latest, row -> row.raisedAt().toString()))
                .param("raisers", texts(latest, row -> row.text(Field.RAISED_BY, mapping.origin())))
                .param(
                        "ends",
                        texts(
                                latest,
                                row -> row.endedAt() == null
                                        ? null
                                        : row.endedAt().toString()))
                .update();
        remember(latest);
    }

    private void remember(Collection<ImportedRow> latest) {
        jdbc.sql("""
                        insert into import_case (work_item, last_at, last_sequence, last_values)
                        select d.number, d.at, d.sequence, d.seen::jsonb
                        from unnest(:numbers::text[], :ats::timestamptz[], :sequences::bigint[], :values::text[])
                          as d (number, at, sequence, seen)
                        on conflict (work_item) do update set last_at = excluded.last_at,
                          last_sequence = excluded.last_sequence, last_values = excluded.last_values""")
                .param("numbers", texts(latest, ImportedRow::number))
                .param("ats", texts(latest, row -> row.at().toString()))
                .param("sequences", latest.stream().map(ImportedRow::sequence).toArray(Long[]::new))
                .param("values", texts(latest, row -> json.writeValueAsString(told(row))))
                .update();
    }

    private static Map<Field, String> told(ImportedRow row) {
        var told = new EnumMap<>(row.values());
        told.keySet().retainAll(Field.TOLD);
        return told;
    }

    /** Adds events that are not there yet; gives the keys of those added. */
    Set<String> append(List<Event> events) {
        if (events.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("""
                        insert into timeline_event (work_item, at, kind, text, by_whom, reason, origin_key)
                        select d.number, d.at, 'IMPORTED', d.text, d.by_whom, d.reason, d.key
                        from unnest(:numbers::text[], :ats::timestamptz[], :texts::text[], :by::text[], :reasons::text[], :keys::text[])
                          as d (number, at, text, by_whom, reason, key)
                        on conflict (work_item, origin_key) where origin_key is not null do nothing
                        returning origin_key""")
                .param("numbers", texts(events, Event::number))
                .param("ats", texts(events, event -> event.at().toString()))
                .param("texts", texts(events, Event::text))
                .param("by", texts(events, Event::by))
                .param("reasons", texts(events, Event::reason))
                .param("keys", texts(events, Event::key))
                .query(String.class)
                .list());
    }

    private static String title(ImportedRow row, Mapping mapping) {
        var title =
                row.text(Field.TITLE, row.number() + " from " + mapping.name()).replaceAll("\\s+", " ");
        return title.length() > 200 ? title.substring(0, 199) + "…" : title;
    }

    private static <T> @Nullable String[] texts(Collection<T> of, Function<T, @Nullable String> text) {
        return of.stream().map(text).toArray(String[]::new);
    }
}
