package org.relevo.handover.lineage;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.handover.Handovers;
import org.relevo.rules.CauseKind;
import org.relevo.service.HourlyRate;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Adds up what the incidents took that are confirmed to trace to a handover. Nothing of it is kept. */
@Component
public class DebtLedger {

    private final Handovers handovers;
    private final Lines lines;
    private final TraceRows traces;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    DebtLedger(Handovers handovers, Lines lines, TraceRows traces, JdbcTemplate jdbc, Clock clock) {
        this.handovers = handovers;
        this.lines = lines;
        this.traces = traces;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An incident's time; the end is null while it is open. */
    record Span(Instant from, @Nullable Instant until) {

        Duration time(Instant now) {
            var taken = Duration.between(from, Objects.requireNonNullElse(until, now));
            return taken.isNegative() ? Duration.ZERO : taken;
        }
    }

    public Debt of(WorkItemNumber number) {
        var handover = handovers.get(number);
        return add(
                number,
                traces.confirmed(number),
                spans(number),
                lines.service(handover).map(one -> one.rate()).orElse(null),
                clock.instant());
    }

    private Map<WorkItemNumber, Span> spans(WorkItemNumber number) {
        Map<WorkItemNumber, Span> spans = new LinkedHashMap<>();
        jdbc.query(
                """
                select w.number, w.raised_at, w.ended_at from work_item w where w.number in (
                    select t.incident from handover_trace t where t.number = ? and t.status = 'CONFIRMED')
                order by w.raised_at, w.number""",
                row -> {
                    spans.put(
                            new WorkItemNumber(Objects.requireNonNull(row.getString("number"))),
                            new Span(
                                    Objects.requireNonNull(CauseRows.instant(row, "raised_at")),
                                    CauseRows.instant(row, "ended_at")));
                },
                number.value());
        return spans;
    }

    static Debt add(
            WorkItemNumber number,
            List<Trace> confirmed,
            Map<WorkItemNumber, Span> spans,
            @Nullable HourlyRate rate,
            Instant now) {
        var found = new ArrayList<Debt.Line>();
        var shares = new Shares();
        var traced = confirmed.stream().collect(Collectors.groupingBy(Trace::incident));
        spans.forEach((incident, span) -> {
            var of = traced.getOrDefault(incident, List.of());
            if (!of.isEmpty()) {
                var time = span.time(now);
                var cost = rate == null ? null : rate.cost(time);
                found.add(new Debt.Line(
                        incident,
                        of.get(0).title(),
                        span.from(),
                        span.until(),
                        time.toMinutes(),
                        cost,
                        of.stream().map(Trace::cause).toList()));
                shares.divide(of, time.toMinutes(), cost);
            }
        });
        return new Debt(
                number,
                found,
                shares.parts(),
                found.stream().mapToLong(Debt.Line::minutes).sum(),
                rate == null
                        ? null
                        : found.stream()
                                .map(Debt.Line::cost)
                                .filter(Objects::nonNull)
                                .reduce(rate.cost(Duration.ZERO), BigDecimal::add),
                rate == null ? null : rate.currency());
    }

    /** What each cause has to bear. */
    private static class Shares {

        private record Key(CauseKind kind, String reference) {}

        private final Map<Key, Debt.Part> parts = new LinkedHashMap<>();

        void divide(List<Trace> causes, long minutes, @Nullable BigDecimal cost) {
            for (var at = 0; at < causes.size(); at++) {
                var one = causes.get(at);
                var share = new Debt.Part(
                        one.kind(),
                        one.reference(),
                        one.cause(),
                        1,
                        share(minutes, causes.size(), at),
                        cost == null
                                ? null
                                : BigDecimal.valueOf(
                                        share(cost.unscaledValue().longValueExact(), causes.size(), at), cost.scale()));
                parts.merge(new Key(one.kind(), one.reference()), share, Shares::together);
            }
        }

        /** The first bears what is left over. */
        private static long share(long whole, int among, int at) {
            return whole / among + (at == 0 ? whole % among : 0);
        }

        private static Debt.Part together(Debt.Part one, Debt.Part other) {
            return new Debt.Part(
                    one.kind(),
                    one.reference(),
                    one.cause(),
                    one.incidents() + other.incidents(),
                    one.minutes() + other.minutes(),
                    one.cost() == null || other.cost() == null
                            ? null
                            : one.cost().add(other.cost()));
        }

        List<Debt.Part> parts() {
            return List.copyOf(parts.values());
        }
    }
}
