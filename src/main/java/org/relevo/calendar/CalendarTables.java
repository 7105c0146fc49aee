package org.relevo.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code calendar} and {@code calendar_revision}. */
@Component
class CalendarTables {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CalendarTables(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Map<String, Long> latest() {
        return jdbc.sql("""
                        select calendar, max(r.id) id from calendar_revision r join calendar c on c.key = r.calendar
                        where c.retired_at is null group by calendar""").query((row, i) -> Map.entry(row.getString("calendar"), row.getLong("id"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<WrittenRevision> find(long id) {
        return jdbc.sql("select * from calendar_revision where id = ?")
                .param(id)
                .query(this::written)
                .optional();
    }

    List<WrittenRevision> revisions(String calendar) {
        return jdbc.sql("select * from calendar_revision where calendar = ? order by number desc limit 200")
                .param(calendar)
                .query(this::written)
                .list();
    }

    /** Holds off other editors of the calendar until the transaction ends; false if there is no such calendar. */
    boolean lock(String calendar) {
        return jdbc.sql("select key from calendar where key = ? and retired_at is null for update")
                .param(calendar)
                .query(String.class)
                .optional()
                .isPresent();
    }

    boolean create(String key, boolean demo) {
        return jdbc.sql("insert into calendar (key, demo) values (?, ?) on conflict do nothing")
                        .params(key, demo)
                        .update()
                == 1;
    }

    long write(String calendar, int number, CalendarContent content, Instant at, String by, String why) {
        return jdbc.sql("""
                        insert into calendar_revision (calendar, number, content, created_at, created_by, why)
                        values (?, ?, ?::jsonb, ?, ?, ?) returning id""")
                .params(calendar, number, json.writeValueAsString(content), at.atOffset(ZoneOffset.UTC), by, why)
                .query(Long.class)
                .single();
    }

    void retireDemo(Instant at) {
        jdbc.sql("update calendar set retired_at = ? where demo and retired_at is null")
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private WrittenRevision written(ResultSet row, int number) throws SQLException {
        return new WrittenRevision(
                row.getLong("id"),
                row.getString("calendar"),
                row.getInt("number"),
                json.readValue(row.getString("content"), CalendarContent.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                row.getString("why"));
    }
}
