package org.relevo.handover.earlylife;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.relevo.handover.earlylife.EarlyLife.Judged;

class EarlyLifeTest {

    private static final LocalDate LIVE = LocalDate.of(2026, 3, 27);

    @Test
    void beforeTheFirstDayIsOverItsEarliestEndIsKnown() {
        var life = EarlyLife.of(LIVE, 3, List.of(), 5);
        assertThat(life.first()).isEqualTo("2026-03-28");
        assertThat(life.until()).isEqualTo("2026-03-30");
        assertThat(life.held()).isZero();
        // five whole days, the first of them the 28th
        assertThat(life.earliest()).isEqualTo("2026-04-02");
    }

    @Test
    void aDayThatFailsStartsTheCountAnew() {
        assertThat(life(5, "+++").held()).isEqualTo(3);
        assertThat(life(5, "+++-").held()).isZero();
        assertThat(life(5, "+++-").earliest()).isEqualTo(LIVE.plusDays(1 + 4 + 5));
        assertThat(life(5, "+++-+").held()).isEqualTo(1);
        assertThat(life(5, "+++-+").earliest()).isEqualTo(LIVE.plusDays(1 + 4 + 5));
    }

    @Test
    void itDoesNotEndBeforeItsPeriodIsOver() {
        var life = EarlyLife.of(LIVE, 20, days("++++++"), 5);
        assertThat(life.earliest()).isEqualTo(LIVE.plusDays(21));
        assertThat(life.left(LIVE)).isEqualTo(20);
        assertThat(life.left(LIVE.plusDays(1))).isEqualTo(20);
        assertThat(life.left(LIVE.plusDays(20))).isEqualTo(1);
        assertThat(life.left(LIVE.plusDays(21))).isZero();
    }

    /** Day by day with a year of luck: the day that is told to be the earliest is the one on which it ends. */
    @Property(tries = 300)
    void theEarliestEndIsTheDayOnWhichItEndsIfEveryDayHoldsFromThen(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int asked,
            @ForAll @IntRange(min = 0, max = 30) int period) {
        var random = new Random(seed);
        var days = new ArrayList<Judged>();
        for (var n = random.nextInt(40); n > 0; n--) {
            days.add(new Judged(LIVE.plusDays(1 + days.size()), random.nextInt(4) > 0));
        }
        var told = EarlyLife.of(LIVE, period, days, asked).earliest();
        // by the definition: on the morning of a day, all days before it are judged
        var on = LIVE.plusDays(1 + days.size());
        while (!ends(days, asked) || !on.isAfter(LIVE.plusDays(period))) {
            days.add(new Judged(on, true));
            on = on.plusDays(1);
        }
        assertThat(told).isEqualTo(on);
    }

    private static boolean ends(List<Judged> days, int asked) {
        return days.size() >= asked
                && days.subList(days.size() - asked, days.size()).stream().allMatch(Judged::held);
    }

    private static EarlyLife life(int asked, String days) {
        return EarlyLife.of(LIVE, 0, days(days), asked);
    }

    private static List<Judged> days(String marks) {
        var days = new ArrayList<Judged>();
        for (var mark : marks.toCharArray()) {
            days.add(new Judged(LIVE.plusDays(1 + days.size()), mark == '+'));
        }
        return days;
    }
}
