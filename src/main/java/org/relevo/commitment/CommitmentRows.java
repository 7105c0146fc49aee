package org.relevo.commitment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.Metric;
import org.relevo.rules.OpenCommitment;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads and writes the table of commitments. */
@Repository
class CommitmentRows {

    private static final String SELECT = "select * from commitment";
    private static final String ORDER = " order by started_at + target_seconds * interval '1 second', id";

    private final JdbcTemplate jdbc;

    CommitmentRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds all in one statement. */
    List<Commitment> add(WorkItemNumber number, List<OpenCommitment> decided, Instant from) {
        var targets = decided.stream().map(d -> d.target().toSeconds()).toArray(Long[]::new);
        return jdbc.query(
                """
                insert into commitment (work_item, metric, state, started_at, target_seconds, checkpoints, rule, because, next_at)
                select ?, n.metric, 'RUNNING', ?, n.target, n.checkpoints::int[], n.rule, n.because, n.next_at
                from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
                    as n (metric, target, checkpoints, rule, because, next_at)
                returning *
                """,
                CommitmentRows::read,
                number.value(),
                Timestamp.from(from),
                texts(decided, d -> d.metric().name()),
                targets,
                texts(decided, d -> literal(d.checkpoints())),
                texts(decided, OpenCommitment::rule),
                texts(decided, OpenCommitment::because),
                texts(decided, d -> nullable(Checkpoints.first(from, d.target(), d.checkpoints()))));
    }

    private static String[] texts(
            List<OpenCommitment> decided, java.util.function.Function<OpenCommitment, @Nullable String> value) {
        return decided.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable String nullable(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static String literal(List<Integer> numbers) {
        return "{" + String.join(",", numbers.stream().map(String::valueOf).toList()) + "}";
    }

    List<Commitment> of(Collection<WorkItemNumber> numbers) {
        var values = numbers.stream().map(WorkItemNumber::value).toArray(String[]::new);
        return jdbc.query(SELECT + " where work_item = any (?)" + ORDER, CommitmentRows::read, (Object) values);
    }

    Optional<WorkItemNumber> caseOf(long id) {
        return jdbc
                .query(
                        "select work_item from commitment where id = ? and ended_at is null",
                        (row, i) -> new WorkItemNumber(row.getString(1)),
                        id)
                .stream()
                .findFirst();
    }

    /** Reads one and keeps others from changing it until this transaction ends. */
    Optional<Commitment> locked(long id) {
        return jdbc.query(SELECT + " where id = ? for update", CommitmentRows::read, id).stream()
                .findFirst();
    }

    /** Ends every running commitment of a case, or only those of one metric; true where there was one. */
    boolean end(WorkItemNumber number, @Nullable Metric metric, Instant at, Commitment.Status as) {
        return jdbc.update(
                        """
                        update commitment set ended_at = ?, next_at = null,
                            state = case when state = 'BREACHED' then state
                                when ? = 'MET' and started_at + target_seconds * interval '1 second' < ? then 'BREACHED'
                                else ? end
                        where work_item = ? and ended_at is null and (?::text is null or metric = ?)
                        """,
                        Timestamp.from(at),
                        as.name(),
                        Timestamp.from(at),
                        as.name(),
                        number.value(),
                        metric == null ? null : metric.name(),
                        metric == null ? null : metric.name())
                > 0;
    }

    void passed(long id, int percent, Commitment.Status state, @Nullable Instant next) {
        jdbc.update(
                "update commitment set passed = ?, state = ?, next_at = ? where id = ?",
                percent,
                state.name(),
                next == null ? null : Timestamp.from(next),
                id);
    }

    /** Commitments whose checkpoint has been overdue for longer than that by the database's clock. */
    List<Long> overdue(Duration longerThan, int limit) {
        return jdbc.queryForList(
                "select id from commitment where next_at < now() - ? * interval '1 second' order by next_at limit ?",
                Long.class,
                longerThan.toSeconds(),
                limit);
    }

    private static Commitment read(ResultSet row, int index) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Commitment(
                row.getLong("id"),
                new WorkItemNumber(row.getString("work_item")),
                Metric.valueOf(row.getString("metric")),
                Commitment.Status.valueOf(row.getString("state")),
                row.getTimestamp("started_at").toInstant(),
                Duration.ofSeconds(row.getLong("target_seconds")),
                Arrays.asList((Integer[]) row.getArray("checkpoints").getArray()),
                row.getInt("passed"),
                ended == null ? null : ended.toInstant(),
                row.getString("rule"),
                row.getString("because"));
    }
}
