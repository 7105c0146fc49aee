package org.relevo.commitment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.calendar.Calendars;
import org.relevo.calendar.WorkingTime;
import org.relevo.platform.Together;
import org.relevo.rules.Agreement;
import org.relevo.rules.Metric;
import org.relevo.rules.TimeTarget;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the table of commitments. */
@Repository
class CommitmentRows {

    private static final String SELECT = "select * from commitment";
    private static final String ORDER = " order by due_at nulls last, id";
    private static final TypeReference<List<Term>> TERMS = new TypeReference<>() {};
    private static final TypeReference<List<Hold>> HOLDS = new TypeReference<>() {};
    private static final WorkingTime ALWAYS = WorkingTime.aroundTheClock(ZoneOffset.UTC);

    private final JdbcTemplate jdbc;
    private final Calendars calendars;
    private final JsonMapper json;
    private final Together together;
    private final Consumer<List<Object[]>> update;

    CommitmentRows(JdbcTemplate jdbc, Calendars calendars, JsonMapper json, Together together) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.json = json;
        this.together = together;
        this.update = rows -> jdbc.batchUpdate("""
                update commitment set state = ?, tier = ?, started_at = ?, target_seconds = ?, target_days = ?, amount = ?,
                    checkpoints = ?::int[], passed = ?, cycle = ?, holdable = ?, terms = ?::jsonb, holds = ?::jsonb,
                    rule = ?, because = ?, due_at = ?, next_at = ?
                where id = ?
                """, rows);
    }

    /** Adds all in one statement; their ids are those of the rows. */
    List<Commitment> add(List<Commitment> opened, Instant now) {
        return jdbc.query(
                """
                insert into commitment (work_item, agreement, metric, tier, state, started_at, target_seconds, target_days,
                    baseline, tolerance, amount, unit, checkpoints, holdable, terms, rule, because, due_at, next_at)
                select n.work_item, n.agreement, n.metric, n.tier, 'RUNNING', n.started_at, n.seconds, n.days, n.baseline,
                    n.tolerance, n.amount, n.unit, n.checkpoints::int[], n.holdable, n.terms::jsonb, n.rule, n.because,
                    n.due_at, n.next_at
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::bigint[], ?::int[], ?::numeric[],
                    ?::numeric[], ?::numeric[], ?::text[], ?::text[], ?::boolean[], ?::text[], ?::text[], ?::text[],
                    ?::timestamptz[], ?::timestamptz[])
                    as n (work_item, agreement, metric, tier, started_at, seconds, days, baseline, tolerance, amount, unit,
                        checkpoints, holdable, terms, rule, because, due_at, next_at)
                returning *
                """,
                this::read,
                texts(opened, c -> c.workItem().value()),
                texts(opened, c -> c.agreement().name()),
                texts(opened, c -> c.metric().name()),
                texts(opened, c -> c.agreed().tier()),
                texts(opened, c -> c.startedAt().toString()),
                opened.stream().map(c -> seconds(c.target())).toArray(Long[]::new),
                opened.stream().map(c -> days(c.target())).toArray(Integer[]::new),
                amounts(opened, Amount::baseline),
                amounts(opened, Amount::tolerance),
                amounts(opened, Amount::current),
                texts(opened, c -> c.amount() == null ? null : c.amount().unit()),
                texts(opened, c -> literal(c.checkpoints())),
                opened.stream().map(Commitment::holdable).toArray(Boolean[]::new),
                texts(opened, c -> json.writeValueAsString(c.terms())),
                texts(opened, Commitment::rule),
                texts(opened, Commitment::because),
                texts(opened, c -> text(c.dueAt(now).orElse(null))),
                texts(opened, c -> text(Checkpoints.nextAfter(c, -1, now))));
    }

    private static String[] texts(List<Commitment> opened, Function<Commitment, @Nullable String> value) {
        return opened.stream().map(value).toArray(String[]::new);
    }

    private static BigDecimal[] amounts(List<Commitment> opened, Function<Amount, BigDecimal> value) {
        return opened.stream()
                .map(c -> c.amount() == null ? null : value.apply(c.amount()))
                .toArray(BigDecimal[]::new);
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static @Nullable Long seconds(@Nullable TimeTarget target) {
        return target == null || target.time() == null ? null : target.time().toSeconds();
    }

    private static @Nullable Integer days(@Nullable TimeTarget target) {
        return target == null || target.time() != null ? null : target.businessDays();
    }

    private static String literal(List<Integer> numbers) {
        return "{" + String.join(",", numbers.stream().map(String::valueOf).toList()) + "}";
    }

    List<Commitment> of(Collection<WorkItemNumber> numbers) {
        together.flush(update);
        var values = numbers.stream().map(WorkItemNumber::value).toArray(String[]::new);
        return jdbc.query(SELECT + " where work_item = any (?)" + ORDER, this::read, (Object) values);
    }

    /** The running ones of a case; others are kept from changing them until this transaction ends. */
    List<Commitment> running(WorkItemNumber number) {
        together.flush(update);
        return jdbc.query(
                SELECT + " where work_item = ? and ended_at is null" + ORDER + " for update",
                this::read,
                number.value());
    }

    Map<Long, WorkItemNumber> cases(Collection<Long> ids) {
        var cases = new HashMap<Long, WorkItemNumber>();
        jdbc.query(
                "select id, work_item from commitment where id = any (?)",
                row -> {
                    cases.put(row.getLong(1), new WorkItemNumber(row.getString(2)));
                },
                (Object) ids.toArray(Long[]::new));
        return cases;
    }

    Optional<WorkItemNumber> caseOf(long id) {
        return jdbc
                .query(
                        "select work_item from commitment where id = ?",
                        (row, i) -> new WorkItemNumber(row.getString(1)),
                        id)
                .stream()
                .findFirst();
    }

    Optional<Commitment> find(long id) {
        together.flush(update);
        return jdbc.query(SELECT + " where id = ?", this::read, id).stream().findFirst();
    }

    /** Reads one and keeps others from changing it until this transaction ends. */
    Optional<Commitment> locked(long id) {
        together.flush(update);
        return jdbc.query(SELECT + " where id = ? for update", this::read, id).stream()
                .findFirst();
    }

    /** As {@link #locked(long)}, for several. */
    Map<Long, Commitment> locked(Collection<Long> ids) {
        together.flush(update);
        return jdbc
                .query(SELECT + " where id = any (?) order by id for update", this::read, (Object)
                        ids.toArray(Long[]::new))
                .stream()
                .collect(Collectors.toMap(Commitment::id, Function.identity()));
    }

    /** Running commitments that count by a revision of a calendar and were not told of a newer one yet. */
    List<Long> countingBy(long revision, int limit) {
        together.flush(update);
        return jdbc.queryForList("""
                select id from commitment where ended_at is null
                    and (terms -> -1 ->> 'revision')::bigint = ? order by id limit ?
                """, Long.class, revision, limit);
    }

    /** Ends a running commitment. */
    void end(long id, Instant at, Commitment.Status as, @Nullable Instant due) {
        together.flush(update);
        jdbc.update(
                "update commitment set ended_at = ?, next_at = null, state = ?, due_at = ? where id = ?",
                Timestamp.from(at),
                as.name(),
                timestamp(due),
                id);
    }

    /** A commitment that had ended runs again. */
    void reopen(long id) {
        jdbc.update("update commitment set ended_at = null, state = 'RUNNING' where id = ?", id);
    }

    /** Writes what may change of a running commitment, and when its next checkpoint is. */
    void save(Commitment c, @Nullable Instant next, Instant now) {
        together.write(update, Collections.singletonList(new @Nullable Object[] {
            c.state().name(),
            c.agreed().tier(),
            Timestamp.from(c.startedAt()),
            seconds(c.target()),
            days(c.target()),
            c.amount() == null ? null : c.amount().current(),
            literal(c.checkpoints()),
            c.passed(),
            c.cycle(),
            c.holdable(),
            json.writeValueAsString(c.terms()),
            json.writeValueAsString(c.holds()),
            c.rule(),
            c.because(),
            timestamp(c.dueAt(now).orElse(null)),
            timestamp(next),
            c.id()
        }));
    }

    void addReading(long id, BigDecimal amount, Instant at, String by, @Nullable String note) {
        jdbc.update(
                "insert into commitment_reading (commitment, amount, at, by_whom, note) values (?, ?, ?, ?, ?)",
                id,
                amount,
                Timestamp.from(at),
                by,
                note);
    }

    /** Fills in the clock that its terms and holds make. */
    Commitment clocked(Commitment c) {
        return c.target() == null
                ? c
                : Changes.clocked(c, new CommitmentClock(c.startedAt(), c.target(), countings(c), c.holds()));
    }

    private List<CommitmentClock.Counting> countings(Commitment c) {
        return c.terms().isEmpty()
                ? List.of(new CommitmentClock.Counting(c.startedAt(), ALWAYS))
                : c.terms().stream()
                        .map(term -> new CommitmentClock.Counting(
                                term.from(), calendars.revision(term.revision()).time()))
                        .toList();
    }

    private Commitment read(ResultSet row, int index) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return clocked(new Commitment(
                row.getLong("id"),
                new WorkItemNumber(row.getString("work_item")),
                agreed(row),
                Commitment.Status.valueOf(row.getString("state")),
                row.getTimestamp("started_at").toInstant(),
                amount(row),
                row.getInt("passed"),
                row.getInt("cycle"),
                json.readValue(row.getString("terms"), TERMS),
                json.readValue(row.getString("holds"), HOLDS),
                null,
                ended == null ? null : ended.toInstant()));
    }

    private static Agreed agreed(ResultSet row) throws SQLException {
        return new Agreed(
                Agreement.valueOf(row.getString("agreement")),
                Metric.valueOf(row.getString("metric")),
                row.getString("tier"),
                target(row),
                Arrays.asList((Integer[]) row.getArray("checkpoints").getArray()),
                row.getBoolean("holdable"),
                row.getString("rule"),
                row.getString("because"));
    }

    private static @Nullable TimeTarget target(ResultSet row) throws SQLException {
        var seconds = row.getObject("target_seconds", Long.class);
        var days = row.getObject("target_days", Integer.class);
        if (seconds != null) {
            return TimeTarget.of(Duration.ofSeconds(seconds));
        }
        return days == null ? null : TimeTarget.businessDays(days);
    }

    private static @Nullable Amount amount(ResultSet row) throws SQLException {
        var tolerance = row.getBigDecimal("tolerance");
        return tolerance == null
                ? null
                : new Amount(
                        row.getBigDecimal("baseline"), tolerance, row.getBigDecimal("amount"), row.getString("unit"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
