package org.relevo.handover.lineage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relevo.rules.CauseKind;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class MarkRows {

    private final JdbcTemplate jdbc;

    MarkRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param reference as {@link Cause#markedBy()} says */
    record Key(CauseKind kind, String reference) {}

    record Mark(List<String> components, List<String> tags) {

        static final Mark NONE = new Mark(List.of(), List.of());
    }

    Map<Key, Mark> of(WorkItemNumber number) {
        Map<Key, Mark> marks = new HashMap<>();
        jdbc.query(
                "select * from handover_mark where number = ?",
                row -> {
                    marks.put(
                            new Key(
                                    CauseKind.valueOf(row.getString("kind")),
                                    String.valueOf(row.getString("reference"))),
                            new Mark(
                                    Terms.typed(String.valueOf(row.getString("components"))),
                                    Terms.typed(String.valueOf(row.getString("tags")))));
                },
                number.value());
        return marks;
    }

    void write(WorkItemNumber number, Key key, Mark mark, String by, Instant at) {
        jdbc.update(
                """
                insert into handover_mark (number, kind, reference, components, tags, by_whom, at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (number, kind, reference) do update
                set components = excluded.components, tags = excluded.tags, by_whom = excluded.by_whom, at = excluded.at""",
                number.value(),
                key.kind().name(),
                key.reference(),
                String.join(", ", mark.components()),
                String.join(", ", mark.tags()),
                by,
                Timestamp.from(at));
    }
}
