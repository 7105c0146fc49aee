package org.relevo.incident;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitments;
import org.relevo.rules.Priority;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How long incidents took on average: the mean of what {@link Measures} says of each. What follows another as its
 * duplicate is not counted beside it.
 */
@Component
public class MeanTimes {

    /** Of more than these the newest count. */
    public static final int MOST = 5_000;

    private final JdbcClient jdbc;
    private final Commitments commitments;
    private final ObjectProvider<CaseCourse> course;
    private final Clock clock;

    MeanTimes(JdbcClient jdbc, Commitments commitments, ObjectProvider<CaseCourse> course, Clock clock) {
        this.jdbc = jdbc;
        this.commitments = commitments;
        this.course = course;
        this.clock = clock;
    }

    /**
     * @param length null where there was none to count
     * @param of how many had such a time
     */
    public record Mean(@Nullable Duration length, int of) {

        static Mean of(List<Duration> lengths) {
            return lengths.isEmpty()
                    ? new Mean(null, 0)
                    : new Mean(
                            lengths.stream()
                                    .reduce(Duration.ZERO, Duration::plus)
                                    .dividedBy(lengths.size()),
                            lengths.size());
        }
    }

    /**
     * @param priority null for all of them together
     * @param onHold of all, those that never were on hold with no time
     * @param reopened how often a resolution did not last
     */
    public record Row(
            @Nullable Priority priority,
            int resolved,
            Mean toAcknowledge,
            Mean toWorkaround,
            Mean toResolve,
            Mean onHold,
            int reopened) {

        private static Row of(@Nullable Priority priority, List<Measured> measured) {
            return new Row(
                    priority,
                    measured.size(),
                    mean(measured, Measured::toAcknowledge),
                    mean(measured, Measured::toWorkaround),
                    mean(measured, Measured::toResolve),
                    Mean.of(measured.stream()
                            .map(one -> Objects.requireNonNullElse(one.onHold().length(), Duration.ZERO))
                            .toList()),
                    measured.stream().mapToInt(Measured::reopened).sum());
        }

        private static Mean mean(List<Measured> measured, Function<Measured, Measure> time) {
            return Mean.of(measured.stream()
                    .map(time)
                    .flatMap(one -> Stream.ofNullable(one.length()))
                    .toList());
        }
    }

    private record Ended(WorkItemNumber number, @Nullable Priority priority, Instant raisedAt, Instant endedAt) {}

    /**
     * Of the incidents that were resolved since an instant and still are, by priority, and of all of them; nothing where
     * there is none.
     *
     * @param service its key; null for those of every service
     */
    @Transactional(readOnly = true)
    public List<Row> since(Instant since, @Nullable String service) {
        var measured = new HashMap<Priority, List<Measured>>();
        var all = new ArrayList<Measured>();
        var ended = ended(since, service);
        var events = events(ended);
        var holds = holds(ended);
        var restoring = course.getObject().names(Measures.RESTORE);
        for (var one : ended) {
            var took = measured(one, events, holds, restoring);
            all.add(took);
            if (one.priority() != null) {
                measured.computeIfAbsent(one.priority(), none -> new ArrayList<>())
                        .add(took);
            }
        }
        var rows = new ArrayList<Row>();
        for (var priority : Priority.values()) {
            if (measured.containsKey(priority)) {
                rows.add(Row.of(priority, measured.get(priority)));
            }
        }
        if (!all.isEmpty()) {
            rows.add(Row.of(null, all));
        }
        return rows;
    }

    private Measured measured(
            Ended one,
            Map<String, List<TimelineEvent>> events,
            Map<String, List<Measured.Held>> holds,
            Set<String> restoring) {
        var number = one.number().value();
        var known = new Measured.Known(
                one.raisedAt(),
                one.endedAt(),
                events.getOrDefault(number, List.of()),
                holds.getOrDefault(number, List.of()),
                restoring);
        return Measured.of(known, clock.instant());
    }

    private List<Ended> ended(Instant since, @Nullable String service) {
        return jdbc.sql("""
                        select number, priority, raised_at, ended_at from work_item
                        where type = 'INCIDENT' and state in ('RESOLVED', 'CLOSED') and ended_at >= :since
                            and (:service = '' or service = :service)
                            and not exists (select from work_item_link
                                where from_item = number and kind = 'DUPLICATE_OF')
                        order by ended_at desc limit :most
                        """)
                .param("since", Timestamp.from(since))
                .param("service", service == null ? "" : service)
                .param("most", MOST)
                .query((row, i) -> {
                    var priority = row.getString("priority");
                    return new Ended(
                            new WorkItemNumber(row.getString("number")),
                            priority == null ? null : Priority.valueOf(priority),
                            row.getTimestamp("raised_at").toInstant(),
                            row.getTimestamp("ended_at").toInstant());
                })
                .list();
    }

    /** Those that a time can begin or end with. */
    private Map<String, List<TimelineEvent>> events(List<Ended> ended) {
        var events = new HashMap<String, List<TimelineEvent>>();
        jdbc.sql("""
                        select work_item, at, kind, text, by_whom from timeline_event
                        where work_item = any (:numbers) and kind in
                            ('ACKNOWLEDGED', 'RESOLVED', 'REOPENED', 'WORKAROUND_DEPLOYED', 'TASK_COMPLETED')
                        order by work_item, at, id
                        """).param("numbers", numbers(ended)).query(row -> {
            events.computeIfAbsent(row.getString("work_item"), none -> new ArrayList<>())
                    .add(new TimelineEvent(
                            row.getTimestamp("at").toInstant(),
                            row.getString("kind"),
                            row.getString("text"),
                            row.getString("by_whom"),
                            null));
        });
        return events;
    }

    private Map<String, List<Measured.Held>> holds(List<Ended> ended) {
        var held = jdbc.sql(
                        "select distinct work_item from commitment where work_item = any (:numbers) and holds <> '[]'")
                .param("numbers", numbers(ended))
                .query((row, i) -> new WorkItemNumber(row.getString(1)))
                .list();
        var holds = new HashMap<String, List<Measured.Held>>();
        commitments.of(held).forEach((number, owed) -> holds.put(number.value(), Measures.held(owed, clock.instant())));
        return holds;
    }

    private static String[] numbers(List<Ended> ended) {
        return ended.stream().map(one -> one.number().value()).toArray(String[]::new);
    }
}
