package org.relevo.workitem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.Priority;
import org.relevo.rules.Rating;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWorkItems implements WorkItems {

    private static final String SELECT = "select * from work_item";

    private final JdbcTemplate jdbc;

    JdbcWorkItems(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public WorkItemNumber nextNumber(WorkItemType type) {
        var next = jdbc.queryForObject("select nextval(?::regclass)", Long.class, type.sequence());
        return new WorkItemNumber("%s-%d".formatted(type.prefix(), next));
    }

    @Override
    public void add(WorkItem item) {
        jdbc.update(
                """
                insert into work_item (number, type, title, description, state, priority, impact, urgency, service, team,
                    owner, assignee, raised_at, raised_by, ended_at, priority_reason, team_reason, resolution_proposed)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                item.number().value(),
                item.type().name(),
                item.title(),
                item.description(),
                item.state().name(),
                name(item.priority()),
                name(item.impact()),
                name(item.urgency()),
                item.service(),
                item.team(),
                item.owner(),
                item.assignee(),
                Timestamp.from(item.raisedAt()),
                item.raisedBy(),
                timestamp(item.endedAt()),
                item.priorityReason(),
                item.teamReason(),
                item.resolutionProposed());
    }

    @Override
    public void save(WorkItem item) {
        jdbc.update(
                """
                update work_item set title = ?, description = ?, state = ?, priority = ?, impact = ?, urgency = ?,
                    service = ?, team = ?, owner = ?, assignee = ?, ended_at = ?, priority_reason = ?, team_reason = ?,
                    resolution_proposed = ?
                where number = ?
                """,
                item.title(),
                item.description(),
                item.state().name(),
                name(item.priority()),
                name(item.impact()),
                name(item.urgency()),
                item.service(),
                item.team(),
                item.owner(),
                item.assignee(),
                timestamp(item.endedAt()),
                item.priorityReason(),
                item.teamReason(),
                item.resolutionProposed(),
                item.number().value());
    }

    @Override
    public Optional<WorkItem> find(WorkItemNumber number) {
        return jdbc.query(SELECT + " where number = ?", JdbcWorkItems::read, number.value()).stream()
                .findFirst();
    }

    @Override
    public Optional<WorkItem> locked(WorkItemNumber number) {
        return jdbc.query(SELECT + " where number = ? for no key update", JdbcWorkItems::read, number.value()).stream()
                .findFirst();
    }

    @Override
    public Map<WorkItemNumber, WorkItem> free(Collection<WorkItemNumber> numbers) {
        var values = numbers.stream().map(WorkItemNumber::value).toArray(String[]::new);
        return jdbc
                .query(
                        SELECT + " where number = any (?) order by number for no key update skip locked",
                        JdbcWorkItems::read,
                        (Object) values)
                .stream()
                .collect(Collectors.toMap(WorkItem::number, Function.identity()));
    }

    @Override
    public Page find(Filter filter, int page, int size) {
        var where = new StringBuilder(" where true");
        var values = new ArrayList<@Nullable Object>();
        narrow(
                where,
                values,
                " and type = ?",
                filter.type() == null ? null : filter.type().name());
        narrow(
                where,
                values,
                " and state = ?",
                filter.state() == null ? null : filter.state().name());
        narrow(where, values, " and priority = ?", name(filter.priority()));
        narrow(where, values, " and service = ?", filter.service());
        if (filter.open() != null) {
            where.append(filter.open() ? " and" : " and not").append(" state in ('NEW', 'ACKNOWLEDGED')");
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            where.append(" and (position(lower(?) in lower(title)) > 0 or position(lower(?) in lower(number)) > 0)");
            values.add(filter.text().strip());
            values.add(filter.text().strip());
        }
        var total = jdbc.queryForObject("select count(*) from work_item" + where, Long.class, values.toArray());
        values.add(size);
        values.add((long) page * size);
        var items = jdbc.query(
                SELECT + where + " order by raised_at desc, number desc limit ? offset ?",
                JdbcWorkItems::read,
                values.toArray());
        return new Page(List.copyOf(items), page, size, total == null ? 0 : total);
    }

    private static void narrow(
            StringBuilder where, List<@Nullable Object> values, String clause, @Nullable String value) {
        if (value != null) {
            where.append(clause);
            values.add(value);
        }
    }

    private static WorkItem read(ResultSet row, int index) throws SQLException {
        return new WorkItem(
                new WorkItemNumber(row.getString("number")),
                WorkItemType.valueOf(row.getString("type")),
                row.getString("title"),
                row.getString("description"),
                State.valueOf(row.getString("state")),
                one(Priority.class, row.getString("priority")),
                one(Rating.class, row.getString("impact")),
                one(Rating.class, row.getString("urgency")),
                row.getString("service"),
                row.getString("team"),
                row.getString("owner"),
                row.getString("assignee"),
                row.getTimestamp("raised_at").toInstant(),
                row.getString("raised_by"),
                instant(row.getTimestamp("ended_at")),
                row.getString("priority_reason"),
                row.getString("team_reason"),
                row.getString("resolution_proposed"));
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
