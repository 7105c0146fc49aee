package org.relevo.commitment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.OpenCommitment;

/** What a commitment is after something of it changed. */
final class Changes {

    private Changes() {}

    static Commitment clocked(Commitment c, @Nullable CommitmentClock clock) {
        return of(c, c.startedAt(), c.state(), c.amount(), c.passed(), c.cycle(), c.terms(), c.holds(), clock);
    }

    static Commitment counting(Commitment c, Instant startedAt, List<Term> terms, List<Hold> holds) {
        return of(c, startedAt, c.state(), c.amount(), c.passed(), c.cycle(), terms, holds, null);
    }

    static Commitment standing(Commitment c, Commitment.Status state, int passed, int cycle) {
        return of(c, c.startedAt(), state, c.amount(), passed, cycle, c.terms(), c.holds(), c.clock());
    }

    static Commitment reported(Commitment c, Amount amount) {
        return of(c, c.startedAt(), c.state(), amount, c.passed(), c.cycle(), c.terms(), c.holds(), null);
    }

    private static Commitment of(
            Commitment c,
            Instant startedAt,
            Commitment.Status state,
            @Nullable Amount amount,
            int passed,
            int cycle,
            List<Term> terms,
            List<Hold> holds,
            @Nullable CommitmentClock clock) {
        return new Commitment(
                c.id(),
                c.workItem(),
                c.agreed(),
                state,
                startedAt,
                amount,
                passed,
                cycle,
                terms,
                holds,
                clock,
                c.endedAt());
    }

    /** With another target; its start, what it used and what it was held stay. */
    static Commitment retargeted(Commitment c, OpenCommitment decided, List<Term> terms) {
        return new Commitment(
                c.id(),
                c.workItem(),
                Agreed.of(decided),
                c.state(),
                c.startedAt(),
                c.amount(),
                c.passed(),
                c.cycle(),
                terms,
                c.holds(),
                null,
                c.endedAt());
    }

    /** Runs again, as if it had never ended; a breach stays one as long as it is. */
    static Commitment reopened(Commitment c, List<Hold> holds) {
        var state = c.state() == Commitment.Status.BREACHED ? Commitment.Status.BREACHED : Commitment.Status.RUNNING;
        return new Commitment(
                c.id(),
                c.workItem(),
                c.agreed(),
                state,
                c.startedAt(),
                c.amount(),
                c.passed(),
                c.cycle(),
                c.terms(),
                holds,
                null,
                null);
    }

    static List<Hold> held(List<Hold> holds, Hold another) {
        var all = new ArrayList<>(holds);
        all.add(another);
        return List.copyOf(all);
    }

    /** Ends the holds that go on at an instant; one that would begin only after it is dropped. */
    static List<Hold> resumed(List<Hold> holds, Instant at) {
        return holds.stream().flatMap(hold -> ended(hold, at).stream()).toList();
    }

    private static Optional<Hold> ended(Hold hold, Instant at) {
        if (hold.to() != null && !hold.to().isAfter(at)) {
            return Optional.of(hold);
        }
        return hold.from().isBefore(at)
                ? Optional.of(new Hold(hold.from(), at, hold.because(), hold.by(), hold.enteredAt()))
                : Optional.empty();
    }

    /** From an instant on it counts by another calendar; terms that would begin later are dropped. */
    static List<Term> term(List<Term> terms, Term another) {
        var all = new ArrayList<>(terms.stream()
                .filter(term -> term.from().isBefore(another.from()))
                .toList());
        all.add(another);
        return List.copyOf(all);
    }
}
