package org.relevo.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relevo.calendar.WorkingTime;
import org.relevo.rules.TimeTarget;

class CommitmentClockTest {

    private static final WorkingTime ALWAYS = WorkingTime.aroundTheClock(ZoneOffset.UTC);
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private static CommitmentClock clock(Duration target, Hold... holds) {
        return new CommitmentClock(
                START, TimeTarget.of(target), List.of(new CommitmentClock.Counting(START, ALWAYS)), List.of(holds));
    }

    private static Instant at(long minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    private static Hold hold(long from, Long to) {
        return new Hold(at(from), to == null ? null : at(to), "waits for the caller", "ana", at(from));
    }

    @Test
    void withoutAHoldItIsDueAfterItsTarget() {
        var clock = clock(Duration.ofHours(4));
        assertThat(clock.dueAt(at(10))).isEqualTo(at(240));
        assertThat(clock.usedShare(at(60))).isEqualTo(0.25);
        assertThat(clock.left(at(300))).isEqualTo(Duration.ofMinutes(-60));
    }

    /** V2: a hold taken before the target changed moves the new deadline too. */
    @Test
    void v2AHoldAlreadyTakenMovesTheDeadlineOfANewTargetToo() {
        var held = hold(30, 90L);
        assertThat(clock(Duration.ofHours(8), held).dueAt(at(100))).isEqualTo(at(540));
        assertThat(clock(Duration.ofHours(4), held).dueAt(at(100))).isEqualTo(at(300));
    }

    @Test
    void aHoldThatGoesOnMovesTheDeadlineAsItGoes() {
        var clock = clock(Duration.ofHours(4), hold(30, null));
        assertThat(clock.dueAt(at(60))).isEqualTo(at(270));
        assertThat(clock.dueAt(at(90))).isEqualTo(at(300));
        assertThat(clock.used(at(90))).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aHoldWhoseEndIsKnownMovesTheDeadlineAtOnce() {
        var clock = clock(Duration.ofHours(4), hold(30, 150L));
        assertThat(clock.dueAt(at(60))).isEqualTo(at(360));
        assertThat(clock.used(at(60))).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void holdsThatOverlapCountOnce() {
        assertThat(clock(Duration.ofHours(4), hold(30, 90L), hold(60, 120L), hold(60, 70L))
                        .dueAt(at(200)))
                .isEqualTo(at(330));
    }

    /** V10: 99.951 % of a target is not all of it. */
    @Test
    void v10AShareJustBelowTheTargetIsNotABreach() {
        var clock = clock(Duration.ofSeconds(100_000));
        var almost = START.plusSeconds(99_951);
        assertThat(clock.usedShare(almost)).isLessThan(1);
        assertThat(clock.dueAt(almost)).isAfter(almost);
    }

    @Test
    void theLedgersSumIsWhatIsUsedToTheSecond() {
        var clock = clock(Duration.ofHours(4), hold(30, 90L), hold(100, 101L));
        var ledger = clock.ledger(at(200));
        assertThat(ledger.stream().map(LedgerLine::counted).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(clock.used(at(200)))
                .isEqualTo(Duration.ofMinutes(139));
        assertThat(ledger)
                .filteredOn(line -> line.kind() == LedgerLine.Kind.HELD)
                .hasSize(2);
        for (var i = 1; i < ledger.size(); i++) {
            assertThat(ledger.get(i).from()).isEqualTo(ledger.get(i - 1).to());
        }
    }

    @Test
    void checkpointsAreSharesOfTheWorkingTime() {
        var clock = clock(Duration.ofHours(4), hold(30, 90L));
        assertThat(clock.at(0, at(5))).isEqualTo(START);
        assertThat(clock.at(50, at(100))).isEqualTo(at(180));
        assertThat(clock.at(100, at(100))).isEqualTo(at(300));
        assertThat(clock.at(150, at(100))).isEqualTo(at(420));
    }

    private static final WorkingTime WEEK = WorkingTime.parse(ZoneOffset.UTC, "mon-fri 08:00-18:00", "");

    private static CommitmentClock counting(String start, TimeTarget target, Hold... holds) {
        var from = Instant.parse(start);
        return new CommitmentClock(from, target, List.of(new CommitmentClock.Counting(from, WEEK)), List.of(holds));
    }

    private static Hold hold(String from, String to) {
        return new Hold(Instant.parse(from), Instant.parse(to), "waits for the caller", "ana", Instant.parse(from));
    }

    /** V1: the warning an hour before is an hour of working time before. */
    @Test
    void v1ATargetThatRunsOverTheNightIsDueTheNextMorningAndWarnsAnHourBefore() {
        var clock = counting("2026-03-02T17:00:00Z", TimeTarget.of(Duration.ofHours(4)));
        var now = Instant.parse("2026-03-02T17:30:00Z");
        assertThat(clock.dueAt(now)).isEqualTo("2026-03-03T11:00:00Z");
        assertThat(clock.at(75, now)).isEqualTo("2026-03-03T10:00:00Z");
    }

    /** V3: a hold over the weekend took no business day. */
    @Test
    void v3AHoldFromFridayEveningToMondayMorningMovesADayByNothing() {
        var day = TimeTarget.businessDays(1);
        var now = Instant.parse("2026-03-09T08:00:00Z");
        var without = counting("2026-03-06T10:00:00Z", day);
        var held = counting("2026-03-06T10:00:00Z", day, hold("2026-03-06T18:30:00Z", "2026-03-09T07:30:00Z"));
        assertThat(held.dueAt(now)).isEqualTo(without.dueAt(now)).isEqualTo("2026-03-09T10:00:00Z");
    }

    @Test
    void workingTimeUsedUnderOneCalendarStaysUsedWhenAnotherTakesOver() {
        var start = Instant.parse("2026-03-02T17:00:00Z");
        var clock = new CommitmentClock(
                start,
                TimeTarget.of(Duration.ofHours(4)),
                List.of(
                        new CommitmentClock.Counting(start, WEEK),
                        new CommitmentClock.Counting(Instant.parse("2026-03-02T20:00:00Z"), ALWAYS)),
                List.of());
        var now = Instant.parse("2026-03-02T20:30:00Z");
        assertThat(clock.used(now)).isEqualTo(Duration.ofMinutes(90));
        assertThat(clock.dueAt(now)).isEqualTo("2026-03-02T23:00:00Z");
    }
}
