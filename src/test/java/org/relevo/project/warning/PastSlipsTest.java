package org.relevo.project.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PastSlipsTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    /** Promises of a supplier who is late as a lognormal variable is, given one after the other and all kept at last. */
    private static List<Promise> history(long seed, int many) {
        var random = new Random(seed);
        var promises = new ArrayList<Promise>();
        for (var i = 0; i < many; i++) {
            var made = START.plusDays(3L * i);
            var lead = 20 + random.nextInt(60);
            var took = Math.max(1, Math.round(lead * Math.exp(0.15 + 0.35 * random.nextGaussian())));
            promises.add(new Promise(made, made.plusDays(lead), made.plusDays(took)));
        }
        return promises;
    }

    @Test
    void aForecastOfADayIsTheSameWhenTheFutureIsCutOff() {
        for (var seed = 0L; seed < 20; seed++) {
            var all = history(seed, 120);
            for (var i = 10; i < all.size(); i += 7) {
                var today = all.get(i).made().plusDays(5);
                var cut = all.stream()
                        .filter(one -> !one.made().isAfter(today))
                        .map(one -> one.on(today))
                        .toList();
                var asked = all.get(i).on(today);
                assertThat(PastSlips.of(asked, all, today)).isEqualTo(PastSlips.of(asked, cut, today));
            }
        }
    }

    @Test
    void whatHasHappenedSinceChangesNothing() {
        var all = history(7, 120);
        var today = all.get(80).made();
        var changed = all.stream()
                .map(one -> one.kept() != null && one.kept().isAfter(today)
                        ? new Promise(one.made(), one.promised(), one.promised().plusYears(3))
                        : one)
                .toList();
        assertThat(PastSlips.of(all.get(80).on(today), changed, today))
                .isEqualTo(PastSlips.of(all.get(80).on(today), all, today));
    }

    @Test
    void theRangeOfAPromiseThatWasJustMadeHoldsAboutEightOfTen() {
        assertThat(covered(0)).isBetween(0.74, 0.86);
    }

    @Test
    void theRangeOfAPromiseThatHasWaitedForTwentyDaysHoldsAboutEightOfTen() {
        assertThat(covered(20)).isBetween(0.74, 0.86);
    }

    /** Walks forward: of each promise after the first fifty that is still waited for after so many days. */
    private static double covered(int days) {
        var held = 0;
        var all = 0;
        for (var seed = 0L; seed < 60; seed++) {
            var history = history(seed, 200);
            for (var one : history.subList(50, history.size())) {
                var today = one.made().plusDays(days);
                var kept = Objects.requireNonNull(one.kept());
                var range = PastSlips.of(one.on(today), history, today);
                if (kept.isAfter(today) && range.observations() >= 8) {
                    all++;
                    held += kept.isBefore(range.low()) || kept.isAfter(range.high()) ? 0 : 1;
                }
            }
        }
        assertThat(all).isGreaterThan(1_000);
        return (double) held / all;
    }

    @Test
    void aPromiseThatHasWaitedLongIsComparedWithThoseThatTookAsLong() {
        var past = List.of(
                new Promise(START, START.plusDays(10), START.plusDays(10)),
                new Promise(START, START.plusDays(10), START.plusDays(30)));
        var today = START.plusDays(100);
        var waiting = new Promise(today.minusDays(20), today.minusDays(10), null);
        assertThat(PastSlips.of(waiting, past, today))
                .isEqualTo(new PastSlips.Range(today.plusDays(10), today.plusDays(10), 1));
    }

    @Test
    void withoutHistoryOrWithoutTimeThereIsNoRange() {
        var today = START.plusDays(10);
        assertThat(PastSlips.of(new Promise(today, today.plusDays(5), null), List.of(), today)
                        .observations())
                .isZero();
        assertThat(PastSlips.of(new Promise(today, today, null), history(1, 5), today)
                        .high())
                .isNull();
    }

    @Test
    void percentilesLieBetweenNeighboursInProportion() {
        double[] nine = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        assertThat(PastSlips.percentile(nine, 0.1)).isEqualTo(1);
        assertThat(PastSlips.percentile(nine, 0.55)).isEqualTo(5.5);
        assertThat(PastSlips.percentile(nine, 0.9)).isEqualTo(9);
        assertThat(PastSlips.of(new BigDecimal("100.00"), nine, 0.5)).isEqualByComparingTo("500.00");
    }
}
