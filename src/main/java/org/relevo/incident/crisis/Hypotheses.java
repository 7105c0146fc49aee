package org.relevo.incident.crisis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people take to be the root cause of a case, with what speaks for it and against it. */
@Component
public class Hypotheses {

    private static final int LONGEST = 2000;

    private final CrisisLog log;
    private final JdbcClient jdbc;

    Hypotheses(CrisisLog log, JdbcClient jdbc) {
        this.log = log;
        this.jdbc = jdbc;
    }

    /** All of a case: the open ones first, each with its evidence. */
    public List<Hypothesis> of(WorkItemNumber number) {
        var evidence = new HashMap<Long, List<Hypothesis.Evidence>>();
        jdbc.sql("""
                        select e.* from crisis_evidence e join crisis_hypothesis h on h.id = e.hypothesis
                        where h.work_item = ? order by e.at, e.id
                        """).param(number.value()).query(row -> {
            evidence.computeIfAbsent(row.getLong("hypothesis"), id -> new ArrayList<>())
                    .add(evidence(row));
        });
        return jdbc.sql("""
                        select * from crisis_hypothesis where work_item = ?
                        order by case state when 'CONFIRMED' then 0 when 'OPEN' then 1 else 2 end, stated_at, id
                        """).param(number.value()).query(Hypotheses::read).list().stream()
                .map(one -> one.with(List.copyOf(evidence.getOrDefault(one.id(), List.of()))))
                .toList();
    }

    /** States a hypothesis and answers its id; null where the same form was taken already. */
    @Transactional
    public @Nullable Long state(WorkItemNumber number, @Nullable String text, @Nullable String once, Actor by) {
        log.worked(number, by);
        var stated = CrisisLog.text("hypothesis", text, LONGEST, "Write what you take to be the root cause.");
        if (!log.first(number, "hypothesis", once, by)) {
            return null;
        }
        var id = jdbc.sql("""
                        insert into crisis_hypothesis (work_item, text, state, stated_at, stated_by)
                        values (?, ?, 'OPEN', ?, ?) returning id
                        """)
                .params(number.value(), stated, CrisisLog.at(log.now()), by.name())
                .query(Long.class)
                .single();
        log.tell(number, "HYPOTHESIS_STATED", "Hypothesis: " + CrisisLog.quote(stated), by, null);
        return id;
    }

    @Transactional
    public void add(
            WorkItemNumber number, long id, boolean supports, @Nullable String text, @Nullable String once, Actor by) {
        log.worked(number, by);
        var seen = CrisisLog.text("evidence", text, LONGEST, "Write what was seen, and where.");
        var hypothesis = get(number, id, false);
        if (!log.first(number, "evidence", once, by)) {
            return;
        }
        jdbc.sql("insert into crisis_evidence (hypothesis, supports, text, at, by_whom) values (?, ?, ?, ?, ?)")
                .params(id, supports, seen, CrisisLog.at(log.now()), by.name())
                .update();
        log.tell(
                number,
                "EVIDENCE_ADDED",
                "Evidence %s the hypothesis %s"
                        .formatted(supports ? "for" : "against", CrisisLog.quote(hypothesis.text())),
                by,
                seen);
    }

    /** Confirms, refutes or opens again. What it is already it stays, without a word. */
    @Transactional
    public void decide(WorkItemNumber number, long id, Hypothesis.State state, @Nullable String because, Actor by) {
        log.locked(number, by);
        var hypothesis = get(number, id, true);
        if (hypothesis.state() == state) {
            return;
        }
        var reason = CrisisLog.text("because", because, LONGEST, "Say what settles it.");
        jdbc.sql("update crisis_hypothesis set state = ?, decided_at = ?, decided_by = ?, because = ? where id = ?")
                .params(state.name(), CrisisLog.at(log.now()), by.name(), reason, id)
                .update();
        var done = switch (state) {
            case OPEN -> "opened again";
            case CONFIRMED -> "confirmed";
            case REFUTED -> "refuted";
        };
        log.tell(
                number,
                "HYPOTHESIS_" + (state == Hypothesis.State.OPEN ? "REOPENED" : state.name()),
                "Hypothesis %s: %s".formatted(done, CrisisLog.quote(hypothesis.text())),
                by,
                reason);
    }

    private Hypothesis get(WorkItemNumber number, long id, boolean change) {
        return jdbc.sql("select * from crisis_hypothesis where work_item = ? and id = ?"
                        + (change ? " for update" : ""))
                .params(number.value(), id)
                .query(Hypotheses::read)
                .optional()
                .orElseThrow(() -> new Refusal.NotFound(
                        "%s has no such hypothesis. Look for it in the crisis room.".formatted(number)));
    }

    private static Hypothesis read(ResultSet row, int index) throws SQLException {
        return new Hypothesis(
                row.getLong("id"),
                row.getString("text"),
                Hypothesis.State.valueOf(row.getString("state")),
                row.getTimestamp("stated_at").toInstant(),
                row.getString("stated_by"),
                CrisisLog.instant(row.getTimestamp("decided_at")),
                row.getString("decided_by"),
                row.getString("because"),
                List.of());
    }

    private static Hypothesis.Evidence evidence(ResultSet row) throws SQLException {
        return new Hypothesis.Evidence(
                row.getLong("id"),
                row.getBoolean("supports"),
                row.getString("text"),
                row.getTimestamp("at").toInstant(),
                row.getString("by_whom"));
    }
}
