package org.relevo.escalation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitment;
import org.relevo.platform.Together;
import org.relevo.rules.Agreement;
import org.relevo.rules.Audience;
import org.relevo.rules.Metric;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the tables of escalations and of what they did. */
@Repository
class EscalationRows {

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Together together;
    private final Consumer<List<Object[]>> updateNext;
    private final Consumer<List<Object[]>> insertSteps;

    EscalationRows(JdbcTemplate jdbc, JsonMapper json, Together together) {
        this.jdbc = jdbc;
        this.json = json;
        this.together = together;
        this.updateNext = rows -> jdbc.batchUpdate("update escalation set next_at = ?, waiting = ? where id = ?", rows);
        this.insertSteps = rows -> jdbc.batchUpdate("""
                insert into escalation_step (escalation, round, level, reminder, audience, due_at, done_at, late, told,
                    outcome)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """, rows);
    }

    /** An escalation as it is carried on. */
    record Standing(
            long id,
            WorkItemNumber workItem,
            long commitment,
            int cycle,
            Agreement agreement,
            Metric metric,
            String policy,
            String rule,
            String because,
            Instant startedAt,
            Ladder ladder,
            int round,
            @Nullable Instant nextAt,
            @Nullable String waiting,
            @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedBy,
            @Nullable Instant endedAt,
            @Nullable String endReason) {}

    /** Adds an escalation unless the commitment has one by that policy in its present cycle. */
    Optional<Standing> add(
            Commitment commitment, String policy, String rule, String because, int version, Ladder ladder, Instant at) {
        var added = jdbc.queryForList(
                """
                insert into escalation (id, work_item, commitment, cycle, agreement, metric, policy, rule, because,
                    rule_book_version, started_at, ladder)
                values (nextval('escalation_id'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                on conflict (commitment, cycle, policy) do nothing returning id
                """,
                Long.class,
                commitment.workItem().value(),
                commitment.id(),
                commitment.cycle(),
                commitment.agreement().name(),
                commitment.metric().name(),
                policy,
                rule,
                because,
                version,
                Timestamp.from(at),
                json.writeValueAsString(ladder));
        return added.stream().findFirst().map(id -> begun(id, commitment, policy, rule, because, ladder, at));
    }

    private static Standing begun(
            long id, Commitment commitment, String policy, String rule, String because, Ladder ladder, Instant at) {
        return new Standing(
                id,
                commitment.workItem(),
                commitment.id(),
                commitment.cycle(),
                commitment.agreement(),
                commitment.metric(),
                policy,
                rule,
                because,
                at,
                ladder,
                1,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    List<Standing> of(WorkItemNumber number) {
        together.flush(updateNext);
        return jdbc.query(
                "select * from escalation where work_item = ? order by started_at, id", this::read, number.value());
    }

    /** Those of a case that go on; others are kept from changing them until this transaction ends. */
    List<Standing> goingOn(WorkItemNumber number) {
        together.flush(updateNext);
        return jdbc.query(
                "select * from escalation where work_item = ? and ended_at is null order by id for update",
                this::read,
                number.value());
    }

    Optional<Standing> locked(long id) {
        together.flush(updateNext);
        return jdbc.query("select * from escalation where id = ? for update", this::read, id).stream()
                .findFirst();
    }

    /** As {@link #locked(long)}, for several. */
    Map<Long, Standing> locked(Collection<Long> ids) {
        together.flush(updateNext);
        return jdbc
                .query("select * from escalation where id = any (?) order by id for update", this::read, (Object)
                        ids.toArray(Long[]::new))
                .stream()
                .collect(Collectors.toMap(Standing::id, Function.identity()));
    }

    Map<Long, WorkItemNumber> cases(Collection<Long> ids) {
        var cases = new HashMap<Long, WorkItemNumber>();
        jdbc.query(
                "select id, work_item from escalation where id = any (?)",
                row -> {
                    cases.put(row.getLong(1), new WorkItemNumber(row.getString(2)));
                },
                (Object) ids.toArray(Long[]::new));
        return cases;
    }

    Optional<WorkItemNumber> caseOf(long id) {
        return jdbc
                .query(
                        "select work_item from escalation where id = ?",
                        (row, i) -> new WorkItemNumber(row.getString(1)),
                        id)
                .stream()
                .findFirst();
    }

    void next(long id, @Nullable Instant next, @Nullable String waiting) {
        together.write(updateNext, Collections.singletonList(new @Nullable Object[] {timestamp(next), waiting, id}));
    }

    void ladder(long id, Ladder ladder, int round) {
        together.flush(updateNext);
        jdbc.update(
                "update escalation set ladder = ?::jsonb, round = ?, acknowledged_at = null where id = ?",
                json.writeValueAsString(ladder),
                round,
                id);
    }

    void acknowledged(long id, Instant at, String by, Instant again) {
        together.flush(updateNext);
        jdbc.update(
                "update escalation set acknowledged_at = ?, acknowledged_by = ?, next_at = ?, waiting = null where id = ?",
                Timestamp.from(at),
                by,
                Timestamp.from(again),
                id);
    }

    void end(Collection<Long> ids, Instant at, String reason) {
        together.flush(updateNext);
        jdbc.update("""
                update escalation set ended_at = ?, end_reason = ?, next_at = null, waiting = null
                where id = any (?) and ended_at is null
                """, Timestamp.from(at), reason, ids.toArray(Long[]::new));
    }

    void addSteps(long escalation, List<Escalation.Step> steps) {
        together.write(
                insertSteps,
                steps.stream()
                        .map(step -> new Object[] {
                            escalation,
                            step.round(),
                            step.level(),
                            step.reminder(),
                            step.audience().text(),
                            Timestamp.from(step.dueAt()),
                            Timestamp.from(step.doneAt()),
                            step.late(),
                            step.told().toArray(String[]::new),
                            step.outcome()
                        })
                        .toList());
    }

    /** What an escalation did in a round. */
    Set<Ladder.Done> done(long escalation, int round) {
        together.flush(insertSteps);
        return jdbc
                .query(
                        "select level, reminder, audience from escalation_step where escalation = ? and round = ?",
                        (row, i) -> new Ladder.Done(row.getInt(1), row.getInt(2), row.getString(3)),
                        escalation,
                        round)
                .stream()
                .collect(Collectors.toSet());
    }

    /** What escalations of a commitment by a policy did in whatever cycle. */
    Set<Ladder.Done> doneBefore(long commitment, String policy) {
        together.flush(insertSteps);
        return jdbc
                .query(
                        """
                        select s.level, s.reminder, s.audience from escalation_step s join escalation e on e.id = s.escalation
                        where e.commitment = ? and e.policy = ?
                        """,
                        (row, i) -> new Ladder.Done(row.getInt(1), row.getInt(2), row.getString(3)),
                        commitment,
                        policy)
                .stream()
                .collect(Collectors.toSet());
    }

    /** A step with the escalation that it belongs to. */
    record StepOf(long escalation, Escalation.Step step) {}

    List<StepOf> steps(Collection<Long> escalations) {
        together.flush(insertSteps);
        return jdbc.query(
                "select * from escalation_step where escalation = any (?) order by id",
                (row, i) -> new StepOf(
                        row.getLong("escalation"),
                        new Escalation.Step(
                                row.getInt("round"),
                                row.getInt("level"),
                                row.getInt("reminder"),
                                Audience.parse(row.getString("audience")),
                                row.getTimestamp("due_at").toInstant(),
                                row.getTimestamp("done_at").toInstant(),
                                row.getBoolean("late"),
                                texts(row.getArray("told")),
                                row.getString("outcome"))),
                (Object) escalations.toArray(Long[]::new));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private Standing read(ResultSet row, int index) throws SQLException {
        return new Standing(
                row.getLong("id"),
                new WorkItemNumber(row.getString("work_item")),
                row.getLong("commitment"),
                row.getInt("cycle"),
                Agreement.valueOf(row.getString("agreement")),
                Metric.valueOf(row.getString("metric")),
                row.getString("policy"),
                row.getString("rule"),
                row.getString("because"),
                row.getTimestamp("started_at").toInstant(),
                json.readValue(row.getString("ladder"), Ladder.class),
                row.getInt("round"),
                instant(row.getTimestamp("next_at")),
                row.getString("waiting"),
                instant(row.getTimestamp("acknowledged_at")),
                row.getString("acknowledged_by"),
                instant(row.getTimestamp("ended_at")),
                row.getString("end_reason"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
