package org.relevo.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitment;
import org.relevo.rules.EscalationPolicy;

/**
 * What an escalation will do, frozen when it starts: a later change of the policy does not reach it.
 *
 * @param giveUpAt when it ends by itself
 * @param repeat how long after an acknowledgement without any activity it begins anew; null for never
 */
record Ladder(
        List<Rung> rungs,
        @Nullable Instant giveUpAt,
        @Nullable Duration repeat) {

    /** Something that falls due: a level that is reached, or a reminder of it. */
    record Occurrence(Rung rung, int reminder, Instant at) {}

    /** What of a ladder was done: a level and audience, and which of its reminders. */
    record Done(int level, int reminder, String audience) {}

    /** @param late whether what lies behind should have been told when it was reached, and was not */
    static Ladder of(EscalationPolicy policy, Commitment commitment, int reached, boolean late, Instant now) {
        var rungs = new ArrayList<Rung>();
        Instant before = now;
        var level = 0;
        for (var step : policy.levels()) {
            Instant at;
            if (step.level() == level) {
                at = rungs.get(rungs.size() - 1).at();
            } else {
                var percent = step.after().percent();
                at = percent == null
                        ? later(before, step.after().delay())
                        : reachedAt(commitment, percent, reached, now);
            }
            at = at != null && at.isBefore(now) && !late ? now : at;
            before = at;
            level = step.level();
            rungs.add(new Rung(
                    step.level(),
                    step.after().text(),
                    at,
                    step.after().percent(),
                    step.audience(),
                    step.remind(),
                    step.reminders(),
                    step.when(),
                    step.task()));
        }
        return new Ladder(List.copyOf(rungs), now.plus(policy.giveUp()), policy.repeat());
    }

    private static @Nullable Instant later(@Nullable Instant before, @Nullable Duration wait) {
        return before == null ? null : before.plus(Objects.requireNonNullElse(wait, Duration.ZERO));
    }

    /** An amount reaches a share when it is reported, which nobody can foresee. */
    private static @Nullable Instant reachedAt(Commitment commitment, int percent, int reached, Instant now) {
        return commitment.amount() == null
                ? commitment.reachedAt(percent, now).orElse(now)
                : percent <= reached ? now : null;
    }

    /** What is not done yet, in the order in which it falls due. */
    List<Occurrence> ahead(Predicate<Done> done) {
        return rungs.stream()
                .flatMap(rung -> IntStream.rangeClosed(0, rung.reminders())
                        .filter(reminder -> !done.test(
                                new Done(rung.level(), reminder, rung.audience().text())))
                        .boxed()
                        .flatMap(reminder -> occurrence(rung, reminder)))
                .sorted(Comparator.comparing(Occurrence::at)
                        .thenComparing(o -> o.rung().level()))
                .toList();
    }

    private static Stream<Occurrence> occurrence(Rung rung, int reminder) {
        var at = rung.at(reminder);
        return at == null ? Stream.empty() : Stream.of(new Occurrence(rung, reminder, at));
    }

    /** The same ladder climbed from an instant on, with the distances that it had. */
    Ladder anew(Instant from) {
        var first = rungs.stream()
                .map(Rung::at)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(from);
        return new Ladder(
                rungs.stream()
                        .map(rung ->
                                rung.at() == null ? rung : rung.movedTo(from.plus(Duration.between(first, rung.at()))))
                        .toList(),
                giveUpAt,
                repeat);
    }

    /** With the rungs of a level reached now, and those above it as much earlier. */
    Ladder hurried(int level, Instant now) {
        var at = rungs.stream()
                .filter(rung -> rung.level() == level && rung.at() != null)
                .map(Rung::at)
                .findFirst()
                .orElse(now);
        var by = at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
        return new Ladder(
                rungs.stream()
                        .map(rung -> rung.level() < level || rung.at() == null
                                ? rung
                                : rung.movedTo(
                                        rung.level() == level ? now : rung.at().minus(by)))
                        .toList(),
                giveUpAt,
                repeat);
    }

    /** With the rungs that an amount has reached. */
    Ladder reached(int percent, Instant now) {
        return new Ladder(
                rungs.stream()
                        .map(rung -> rung.at() == null && rung.percent() != null && rung.percent() <= percent
                                ? rung.movedTo(now)
                                : rung)
                        .toList(),
                giveUpAt,
                repeat);
    }
}
