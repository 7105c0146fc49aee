package org.relevo.workitem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWorkItemLinks implements WorkItemLinks {

    private final JdbcTemplate jdbc;

    JdbcWorkItemLinks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void alone() {
        jdbc.query("select pg_advisory_xact_lock(hashtextextended('work_item_link', 0))", row -> {});
    }

    @Override
    public void add(WorkItemLink link) {
        jdbc.update(
                "insert into work_item_link (from_item, to_item, kind, at, by_whom, because) values (?, ?, ?, ?, ?, ?)",
                link.from().value(),
                link.to().value(),
                link.kind().name(),
                Timestamp.from(link.at()),
                link.by(),
                link.because());
    }

    @Override
    public void remove(WorkItemLink link) {
        jdbc.update(
                "delete from work_item_link where from_item = ? and to_item = ? and kind = ?",
                link.from().value(),
                link.to().value(),
                link.kind().name());
    }

    @Override
    public List<WorkItemLink> from(WorkItemNumber number, WorkItemLink.Kind kind) {
        return find("from_item", number, kind);
    }

    @Override
    public List<WorkItemLink> to(WorkItemNumber number, WorkItemLink.Kind kind) {
        return find("to_item", number, kind);
    }

    private List<WorkItemLink> find(String side, WorkItemNumber number, WorkItemLink.Kind kind) {
        return jdbc.query(
                "select * from work_item_link where %s = ? and kind = ? order by at, from_item, to_item"
                        .formatted(side),
                JdbcWorkItemLinks::read,
                number.value(),
                kind.name());
    }

    private static WorkItemLink read(ResultSet row, int index) throws SQLException {
        return new WorkItemLink(
                new WorkItemNumber(row.getString("from_item")),
                new WorkItemNumber(row.getString("to_item")),
                WorkItemLink.Kind.valueOf(row.getString("kind")),
                row.getTimestamp("at").toInstant(),
                row.getString("by_whom"),
                row.getString("because"));
    }
}
