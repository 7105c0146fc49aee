package org.relevo.workflow.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine's tables of what runs and what has run, summed by the database. */
@Component
class InsightRows {

    /** So many of the ways are told. */
    static final int WAYS = 10;

    private static final String OF_THE_PROCESS = "a.proc_def_id_ in (select id_ from act_re_procdef where key_ = :key)";

    /** A boundary event listens while its task has the case; a sub-process has it in what it contains. */
    private static final String STANDS = OF_THE_PROCESS
            + " and a.end_time_ is null and lower(a.act_type_) not like '%subprocess'"
            + " and a.act_type_ not in ('boundaryEvent', 'sequenceFlow')";

    private static final String LEFT = OF_THE_PROCESS
            + " and a.end_time_ >= :since and a.delete_reason_ is null and a.act_type_ <> 'boundaryEvent'";

    private final JdbcClient jdbc;

    InsightRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Waiting(long cases, long overdue, Instant since) {}

    record Passed(
            String kind,
            long times,
            @Nullable Duration mean,
            @Nullable Duration ninety,
            long due,
            long late) {}

    record Taken(List<String> elements, long cases, Duration mean, Duration ninety) {}

    long running(String key) {
        return jdbc.sql("select count(*) from act_ru_execution a where a.parent_id_ is null and " + OF_THE_PROCESS)
                .param("key", key)
                .query(Long.class)
                .single();
    }

    Map<String, Waiting> waiting(String key, Instant now) {
        var waiting = new HashMap<String, Waiting>();
        jdbc.sql("""
                        select a.act_id_, count(*) as cases, min(a.start_time_) as since,
                               count(*) filter (where i.due_at < :now) as overdue
                        from act_ru_actinst a left join inbox_item i on i.id = a.task_id_
                        where %s group by a.act_id_""".formatted(STANDS))
                .param("key", key)
                .param("now", Timestamp.from(now))
                .query(row -> {
                    waiting.put(
                            row.getString("act_id_"),
                            new Waiting(row.getLong("cases"), row.getLong("overdue"), instant(row, "since")));
                });
        return waiting;
    }

    Map<String, Passed> passed(String key, Instant since) {
        var passed = new HashMap<String, Passed>();
        jdbc.sql("""
                        select a.act_id_, max(a.act_type_) as kind, count(*) as times, avg(a.duration_) as mean,
                               percentile_cont(0.9) within group (order by a.duration_) as ninety,
                               count(i.due_at) as due, count(*) filter (where i.ended_at > i.due_at) as late
                        from act_hi_actinst a left join inbox_item i on i.id = a.task_id_
                        where %s group by a.act_id_""".formatted(LEFT))
                .param("key", key)
                .param("since", Timestamp.from(since))
                .query(row -> {
                    passed.put(
                            row.getString("act_id_"),
                            new Passed(
                                    row.getString("kind"),
                                    row.getLong("times"),
                                    millis(row, "mean"),
                                    millis(row, "ninety"),
                                    row.getLong("due"),
                                    row.getLong("late")));
                });
        return passed;
    }

    /** The ways of the newest 5,000 cases that ended by themselves, the most common first. */
    List<Taken> ways(String key, Instant since) {
        return jdbc.sql("""
                        with ended as (
                            select a.proc_inst_id_ as instance, a.duration_ as took
                            from act_hi_procinst a
                            where a.end_time_ >= :since and a.delete_reason_ is null and %s
                            order by a.end_time_ desc limit 5000),
                        ways as (
                            select e.instance, e.took, string_agg(distinct s.act_id_, ' ' order by s.act_id_) as way
                            from ended e join act_hi_actinst s on s.proc_inst_id_ = e.instance
                            where s.delete_reason_ is null and s.act_type_ <> 'boundaryEvent'
                            group by e.instance, e.took)
                        select way, count(*) as cases, avg(took) as mean,
                               percentile_cont(0.9) within group (order by took) as ninety
                        from ways group by way order by count(*) desc, way""".formatted(OF_THE_PROCESS))
                .param("key", key)
                .param("since", Timestamp.from(since))
                .query((row, index) -> new Taken(
                        List.of(row.getString("way").split(" ")),
                        row.getLong("cases"),
                        millis(row, "mean"),
                        millis(row, "ninety")))
                .list();
    }

    boolean known(String key, String element) {
        return jdbc.sql("select exists (select 1 from act_hi_actinst a where a.act_id_ = :element and " + OF_THE_PROCESS
                        + ")")
                .param("key", key)
                .param("element", element)
                .query(Boolean.class)
                .single();
    }

    long countWaiting(String key, String element) {
        return jdbc.sql("select count(*) from act_ru_actinst a where a.act_id_ = :element and " + STANDS)
                .param("key", key)
                .param("element", element)
                .query(Long.class)
                .single();
    }

    long countPassed(String key, Collection<String> elements, Instant since) {
        return jdbc.sql("select count(*) from act_hi_actinst a where a.act_id_ in (:element) and " + LEFT)
                .param("key", key)
                .param("element", elements)
                .param("since", Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    List<Passage> waitingAt(String key, String element, Instant now, int page, int size) {
        return passages("act_ru_actinst", STANDS, "a.start_time_, a.id_", key, List.of(element), now, now, page, size);
    }

    List<Passage> slowestAt(String key, Collection<String> elements, Instant since, int page, int size) {
        return passages("act_hi_actinst", LEFT, "a.duration_ desc, a.id_", key, elements, since, since, page, size);
    }

    private List<Passage> passages(
            String table,
            String which,
            String order,
            String key,
            Collection<String> elements,
            Instant since,
            Instant now,
            int page,
            int size) {
        return jdbc.sql("""
                        select p.business_key_, d.version_, a.start_time_, a.end_time_, i.assignee, i.ended_by, i.due_at
                        from %s a
                        join act_hi_procinst p on p.id_ = a.proc_inst_id_
                        join act_re_procdef d on d.id_ = a.proc_def_id_
                        left join inbox_item i on i.id = a.task_id_
                        where a.act_id_ in (:element) and %s
                        order by %s limit :size offset :skipped""".formatted(table, which, order))
                .param("key", key)
                .param("element", elements)
                .param("since", Timestamp.from(since))
                .param("size", size)
                .param("skipped", (long) page * size)
                .query((row, index) -> passage(row, now))
                .list();
    }

    private static Passage passage(ResultSet row, Instant now) throws SQLException {
        var started = instant(row, "start_time_");
        var ended = row.getTimestamp("end_time_");
        var by = row.getString("ended_by");
        return new Passage(
                row.getString("business_key_"),
                row.getInt("version_"),
                started,
                ended == null ? null : ended.toInstant(),
                Duration.between(started, ended == null ? now : ended.toInstant()),
                by == null ? row.getString("assignee") : by,
                due(row));
    }

    private static @Nullable Instant due(ResultSet row) throws SQLException {
        var due = row.getTimestamp("due_at");
        return due == null ? null : due.toInstant();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static Duration millis(ResultSet row, String column) throws SQLException {
        return Duration.ofMillis(Math.round(row.getDouble(column)));
    }
}
