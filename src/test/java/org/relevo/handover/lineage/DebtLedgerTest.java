package org.relevo.handover.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.relevo.handover.lineage.DebtLedger.Span;
import org.relevo.rules.CauseKind;
import org.relevo.service.HourlyRate;
import org.relevo.workitem.WorkItemNumber;

class DebtLedgerTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final WorkItemNumber HANDOVER = new WorkItemNumber("HO-1001");
    private static final HourlyRate RATE = new HourlyRate(new BigDecimal("100.00"), "EUR");

    private static WorkItemNumber incident(int number) {
        return new WorkItemNumber("INC-" + number);
    }

    private static Trace confirmed(int incident, String cause) {
        return new Trace(
                0,
                HANDOVER,
                incident(incident),
                "It stands still",
                CauseKind.WAIVER,
                cause,
                "Cause " + cause,
                Trace.Status.CONFIRMED,
                "rule",
                "because",
                NOON,
                "marta.ruiz",
                NOON,
                "It is so");
    }

    private static Map<WorkItemNumber, Span> spans(Duration... taken) {
        Map<WorkItemNumber, Span> spans = new LinkedHashMap<>();
        for (var at = 0; at < taken.length; at++) {
            spans.put(incident(at + 1), new Span(NOON, NOON.plus(taken[at])));
        }
        return spans;
    }

    private static Debt debt(List<Trace> traces, Map<WorkItemNumber, Span> spans, @Nullable HourlyRate rate) {
        return DebtLedger.add(HANDOVER, traces, spans, rate, NOON.plus(Duration.ofHours(5)));
    }

    @Test
    void linesAndPartsAddUpToTheSums() {
        var debt = debt(
                List.of(confirmed(1, "a"), confirmed(1, "b"), confirmed(1, "c"), confirmed(2, "b")),
                spans(Duration.ofMinutes(100), Duration.ofSeconds(119)),
                RATE);
        assertThat(debt.minutes()).isEqualTo(101);
        assertThat(debt.cost()).isEqualTo("169.98");
        assertThat(debt.lines()).extracting(Debt.Line::minutes).containsExactly(100L, 1L);
        assertThat(debt.lines().stream()
                        .map(one -> Objects.requireNonNull(one.cost()))
                        .reduce(BigDecimal::add))
                .contains(Objects.requireNonNull(debt.cost()));
        // an incident of three causes counts once; what cannot be divided goes to the first
        assertThat(debt.parts())
                .extracting(one -> "%s %d %d %s".formatted(one.reference(), one.incidents(), one.minutes(), one.cost()))
                .containsExactly("a 1 34 55.57", "b 2 34 58.86", "c 1 33 55.55");
        assertThat(debt.parts().stream().mapToLong(Debt.Part::minutes).sum()).isEqualTo(debt.minutes());
    }

    @Test
    void whatIsOpenCountsUntilNow() {
        var debt = debt(List.of(confirmed(1, "a")), Map.of(incident(1), new Span(NOON, null)), RATE);
        assertThat(debt.minutes()).isEqualTo(300);
        assertThat(debt.cost()).isEqualTo("500.00");
    }

    @Test
    void withoutARateThereAreOnlyMinutes() {
        var debt = debt(List.of(confirmed(1, "a")), spans(Duration.ofMinutes(7)), null);
        assertThat(debt.minutes()).isEqualTo(7);
        assertThat(debt.cost()).isNull();
        assertThat(debt.parts()).extracting(Debt.Part::cost).containsExactly((BigDecimal) null);
    }

    @Test
    void withoutAConfirmedTraceThereIsNone() {
        var debt = debt(List.of(), spans(Duration.ofMinutes(7)), RATE);
        assertThat(debt.none()).isTrue();
        assertThat(debt.minutes()).isZero();
        assertThat(debt.cost()).isEqualByComparingTo("0");
    }

    @Test
    void wordsOfTheServiceAndOfAnyTextTellNothing() {
        assertThat(Terms.telling("The kiln control has been without a tape robot", List.of("kiln", "control")))
                .containsExactly("tape", "robot");
        assertThat(Terms.typed(" kiln-db,, backup ;kiln-db\nrobot ")).containsExactly("kiln-db", "backup", "robot");
    }
}
