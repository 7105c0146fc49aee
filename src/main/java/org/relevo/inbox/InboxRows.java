package org.relevo.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.CommitmentsChanged;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads and writes the table of tasks; it knows when each task's case owes something next. */
@Repository
class InboxRows implements TaskRegister {

    private static final String DUE = """
            (select min(due_at) from commitment where work_item = ? and ended_at is null)
            """;

    private final JdbcTemplate jdbc;

    InboxRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void opened(
            String id,
            String key,
            String name,
            WorkItemNumber workItem,
            boolean supportGroup,
            @Nullable String role,
            Instant at) {
        jdbc.update(
                "insert into inbox_item (id, key, name, work_item, team, role, created_at, due_at)"
                        + " select ?, ?, ?, number, case when ? then team end, ?, ?, " + DUE
                        + " from work_item where number = ?",
                id,
                key,
                name,
                supportGroup,
                role,
                Timestamp.from(at),
                workItem.value(),
                workItem.value());
    }

    @Override
    public void withdrawn(String id, Instant at) {
        jdbc.update(
                "update inbox_item set ended_at = ?, outcome = 'WITHDRAWN' where id = ? and ended_at is null",
                Timestamp.from(at),
                id);
    }

    @Override
    public void claimed(String id, String username, Instant at) {
        claim(id, username, at);
    }

    @EventListener
    void on(CommitmentsChanged changed) {
        var number = changed.workItem().value();
        jdbc.update(
                "update inbox_item set due_at = " + DUE + " where work_item = ? and ended_at is null", number, number);
    }

    /** True where the task was free and is now the claimer's. */
    boolean claim(String id, String username, Instant at) {
        return jdbc.update(
                        "update inbox_item set assignee = ?, claimed_at = ? where id = ? and assignee is null and ended_at is null",
                        username,
                        Timestamp.from(at),
                        id)
                == 1;
    }

    boolean release(String id, String username) {
        return jdbc.update(
                        "update inbox_item set assignee = null, claimed_at = null where id = ? and assignee = ? and ended_at is null",
                        id,
                        username)
                == 1;
    }

    boolean complete(String id, String username, Instant at) {
        return jdbc.update(
                        "update inbox_item set ended_at = ?, ended_by = ?, outcome = 'COMPLETED' where id = ? and assignee = ? and ended_at is null",
                        Timestamp.from(at),
                        username,
                        id,
                        username)
                == 1;
    }

    Optional<InboxItem> find(String id) {
        return jdbc.query("select * from inbox_item where id = ?", InboxRows::read, id).stream()
                .findFirst();
    }

    List<InboxItem> of(WorkItemNumber number) {
        return jdbc.query(
                "select * from inbox_item where work_item = ? order by created_at, id",
                InboxRows::read,
                number.value());
    }

    List<InboxItem> find(Actor who, Inbox.Tab tab, @Nullable String text, int page, int size) {
        var values = new ArrayList<@Nullable Object>();
        var order = tab == Inbox.Tab.DONE ? "i.ended_at desc, i.id" : "i.due_at nulls last, i.created_at, i.id";
        var sql = "select i.* from" + matching(who, tab, text, values) + " order by " + order + " limit ? offset ?";
        values.add(size);
        values.add((long) page * size);
        return jdbc.query(sql, InboxRows::read, values.toArray());
    }

    long count(Actor who, Inbox.Tab tab, @Nullable String text) {
        var values = new ArrayList<@Nullable Object>();
        var sql = "select count(*) from" + matching(who, tab, text, values);
        var count = jdbc.queryForObject(sql, Long.class, values.toArray());
        return count == null ? 0 : count;
    }

    private static String matching(Actor who, Inbox.Tab tab, @Nullable String text, List<@Nullable Object> values) {
        var sql = new StringBuilder(" inbox_item i join work_item w on w.number = i.work_item where ");
        switch (tab) {
            case MINE -> {
                sql.append("i.ended_at is null and i.assignee = ?");
                values.add(who.name());
            }
            case DONE -> {
                sql.append("i.ended_by = ?");
                values.add(who.name());
            }
            case TEAMS -> {
                sql.append("i.ended_at is null and i.assignee is distinct from ?");
                values.add(who.name());
                if (who.kind() == Actor.Kind.PERSON) {
                    sql.append(" and (i.team = any (?) or i.role = any (?))");
                    values.add(who.teams().toArray(String[]::new));
                    values.add(who.roles().stream().map(Role::name).toArray(String[]::new));
                }
            }
        }
        if (text != null && !text.isBlank()) {
            sql.append(" and position(lower(?) in lower(concat_ws(' ', i.name, w.number, w.title, w.service))) > 0");
            values.add(text.strip());
        }
        return sql.toString();
    }

    private static InboxItem read(ResultSet row, int index) throws SQLException {
        return new InboxItem(
                row.getString("id"),
                row.getString("key"),
                row.getString("name"),
                new WorkItemNumber(row.getString("work_item")),
                row.getString("team"),
                row.getString("role"),
                row.getString("assignee"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("claimed_at")),
                instant(row.getTimestamp("ended_at")),
                row.getString("ended_by"),
                row.getString("outcome"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
