package org.relevo.rca;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.rca.RcaContent.Why;
import org.relevo.rca.RcaWriting.Answer;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads and writes the trees of whys. */
@Repository
class WhyRows {

    private final JdbcTemplate jdbc;

    WhyRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            long id,
            @Nullable Long parent,
            String text,
            @Nullable Long event,
            @Nullable String action) {}

    /** The tree, each why before what lies under it. */
    List<Why> of(WorkItemNumber number) {
        var under = new HashMap<Long, List<Row>>();
        jdbc.query(
                        "select * from rca_why where rca = ? order by id",
                        (row, i) -> new Row(
                                row.getLong("id"),
                                row.getObject("parent", Long.class),
                                row.getString("text"),
                                row.getObject("event", Long.class),
                                row.getString("action")),
                        number.value())
                .forEach(
                        row -> under.computeIfAbsent(row.parent() == null ? 0L : row.parent(), key -> new ArrayList<>())
                                .add(row));
        var tree = new ArrayList<Why>();
        walk(under, 0, 0, tree);
        return List.copyOf(tree);
    }

    private static void walk(Map<Long, List<Row>> under, long parent, int depth, List<Why> tree) {
        for (var row : under.getOrDefault(parent, List.of())) {
            tree.add(new Why(
                    row.id(),
                    row.parent(),
                    depth,
                    !under.containsKey(row.id()),
                    row.text(),
                    row.event(),
                    row.action()));
            walk(under, row.id(), depth + 1, tree);
        }
    }

    long add(WorkItemNumber number, @Nullable Long parent, Answer answer) {
        var id = jdbc.queryForObject(
                "insert into rca_why (rca, parent, text, event, action) values (?, ?, ?, ?, ?) returning id",
                Long.class,
                number.value(),
                parent,
                answer.text(),
                answer.event(),
                answer.action());
        return id == null ? 0 : id;
    }

    void change(long id, Answer answer) {
        jdbc.update(
                "update rca_why set text = ?, event = ?, action = ? where id = ?",
                answer.text(),
                answer.event(),
                answer.action(),
                id);
    }

    void remove(long id) {
        jdbc.update("delete from rca_why where id = ?", id);
    }
}
