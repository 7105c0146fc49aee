package org.relevo.project.exception;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.project.exception.ExceptionContent.Text;
import org.relevo.project.exception.ExceptionContent.Version;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads and adds texts and versions of exception reports, none of which is ever changed. */
@Repository
class ExceptionTexts {

    private final JdbcTemplate jdbc;

    ExceptionTexts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<ExceptionSection, Text> newest(WorkItemNumber number) {
        var texts = new EnumMap<ExceptionSection, Text>(ExceptionSection.class);
        all(number).forEach(text -> texts.putIfAbsent(text.section(), text));
        return texts;
    }

    /** The newest of each section first. */
    List<Text> all(WorkItemNumber number) {
        return jdbc.query(
                "select * from exception_text where report = ? order by section, version desc",
                (row, i) -> new Text(
                        ExceptionSection.valueOf(row.getString("section")),
                        row.getInt("version"),
                        row.getString("text"),
                        row.getBoolean("drafted"),
                        row.getString("by_whom"),
                        row.getTimestamp("at").toInstant()),
                number.value());
    }

    void add(WorkItemNumber number, Text text) {
        jdbc.update(
                """
                insert into exception_text (report, section, version, text, drafted, by_whom, at)
                values (?, ?, ?, ?, ?, ?, ?)""",
                number.value(),
                text.section().name(),
                text.version(),
                text.text(),
                text.drafted(),
                text.by(),
                Timestamp.from(text.at()));
    }

    /** Keeps a document as it is now. */
    void keep(WorkItemNumber number, String verb, String document, @Nullable String reason, String by, Instant at) {
        jdbc.update("""
                insert into exception_version (report, version, verb, document, reason, by_whom, at)
                select ?, coalesce(max(version), 0) + 1, ?, ?::jsonb, ?, ?, ? from exception_version where report = ?
                """, number.value(), verb, document, reason, by, Timestamp.from(at), number.value());
    }

    List<Version> versions(WorkItemNumber number) {
        return jdbc.query(
                "select * from exception_version where report = ? order by version",
                (row, i) -> new Version(
                        row.getInt("version"),
                        row.getString("verb"),
                        row.getString("reason"),
                        row.getString("by_whom"),
                        row.getTimestamp("at").toInstant()),
                number.value());
    }
}
