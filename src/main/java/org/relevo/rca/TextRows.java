package org.relevo.rca;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relevo.rca.RcaContent.Comment;
import org.relevo.rca.RcaContent.Event;
import org.relevo.rca.RcaContent.Text;
import org.relevo.rca.RcaContent.Version;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads and adds texts, comments and versions of analyses, none of which is ever changed. */
@Repository
class TextRows {

    private final JdbcTemplate jdbc;

    TextRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<Section, Text> newest(WorkItemNumber number) {
        var texts = new EnumMap<Section, Text>(Section.class);
        jdbc.query(
                        "select distinct on (section) * from rca_text where rca = ? order by section, version desc",
                        (row, i) -> new Text(
                                Section.valueOf(row.getString("section")),
                                row.getInt("version"),
                                row.getString("text"),
                                row.getBoolean("drafted"),
                                row.getString("by_whom"),
                                row.getTimestamp("at").toInstant()),
                        number.value())
                .forEach(text -> texts.put(text.section(), text));
        return texts;
    }

    void add(WorkItemNumber number, Text text) {
        jdbc.update(
                "insert into rca_text (rca, section, version, text, drafted, by_whom, at) values (?, ?, ?, ?, ?, ?, ?)",
                number.value(),
                text.section().name(),
                text.version(),
                text.text(),
                text.drafted(),
                text.by(),
                Timestamp.from(text.at()));
    }

    /** Usernames of those who wrote any of it. */
    Set<String> authors(WorkItemNumber number) {
        return Set.copyOf(
                jdbc.queryForList("select username from rca_author where rca = ?", String.class, number.value()));
    }

    void author(WorkItemNumber number, String username) {
        jdbc.update(
                "insert into rca_author (rca, username) values (?, ?) on conflict do nothing",
                number.value(),
                username);
    }

    void comment(WorkItemNumber number, Comment comment) {
        jdbc.update(
                "insert into rca_comment (rca, at, by_whom, text) values (?, ?, ?, ?)",
                number.value(),
                Timestamp.from(comment.at()),
                comment.by(),
                comment.text());
    }

    List<Comment> comments(WorkItemNumber number) {
        return jdbc.query(
                "select * from rca_comment where rca = ? order by at, id",
                (row, i) -> new Comment(
                        row.getTimestamp("at").toInstant(), row.getString("by_whom"), row.getString("text")),
                number.value());
    }

    /** Keeps a document as it is now. */
    void keep(WorkItemNumber number, String verb, String document, @Nullable String reason, String by, Instant at) {
        jdbc.update("""
                insert into rca_version (rca, version, verb, document, reason, by_whom, at)
                select ?, coalesce(max(version), 0) + 1, ?, ?::jsonb, ?, ?, ? from rca_version where rca = ?
                """, number.value(), verb, document, reason, by, Timestamp.from(at), number.value());
    }

    List<Version> versions(WorkItemNumber number) {
        return jdbc.query(
                "select * from rca_version where rca = ? order by version",
                (row, i) -> new Version(
                        row.getInt("version"),
                        row.getString("verb"),
                        row.getString("reason"),
                        row.getString("by_whom"),
                        row.getTimestamp("at").toInstant()),
                number.value());
    }

    List<String> document(WorkItemNumber number, int version) {
        return jdbc.queryForList(
                "select document::text from rca_version where rca = ? and version = ?",
                String.class,
                number.value(),
                version);
    }

    /** The events of all incidents that an analysis is about. */
    List<Event> events(WorkItemNumber number) {
        return jdbc.query(
                """
                select e.* from timeline_event e join rca_incident i on i.incident = e.work_item
                where i.rca = ? order by e.at, e.id
                """,
                (row, i) -> new Event(
                        row.getLong("id"),
                        row.getString("work_item"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getString("text"),
                        row.getString("by_whom"),
                        row.getString("reason")),
                number.value());
    }
}
