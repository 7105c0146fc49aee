package org.relevo.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What became of one attempt to deliver a mail.
 *
 * @param answer the mail server's words, or ours where it said nothing
 * @param next when to try again
 */
record Result(
        DueMails.Due due,
        Outcome outcome,
        String answer,
        @Nullable Instant next) {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    enum Outcome {
        SENT,
        RETRYING,
        /** The recipient will not accept it, today or tomorrow. */
        REFUSED,
        /** It was tried for as long as a mail is tried. */
        DEAD,
        /** It was not tried: others before it took too long. */
        PENDING
    }

    static Result sent(DueMails.Due due, String answer) {
        return new Result(due, Outcome.SENT, answer, null);
    }

    static Result refused(DueMails.Due due, String answer) {
        return new Result(due, Outcome.REFUSED, answer, null);
    }

    static Result untried(DueMails.Due due, Instant now) {
        return new Result(due, Outcome.PENDING, "", now);
    }

    static Result failed(DueMails.Due due, String answer, Instant now) {
        return due.giveUpAt().isAfter(now)
                ? new Result(due, Outcome.RETRYING, answer, now.plus(pause(due.id(), due.attempt())))
                : new Result(due, Outcome.DEAD, answer, null);
    }

    boolean undeliverable() {
        return outcome == Outcome.REFUSED || outcome == Outcome.DEAD;
    }

    /**
     * Two seconds, then twice as long each time, up to 15 minutes; by up to a fifth less, differently for each mail, so
     * that mails that failed together do not all come back together.
     */
    static Duration pause(long mail, int attempt) {
        var longest = Duration.ofSeconds(1L << Math.min(Math.max(attempt, 1), 10));
        var wait = longest.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longest;
        var share = new SplittableRandom(mail * 131 + attempt).nextDouble(0.8, 1.0);
        return Duration.ofMillis((long) (wait.toMillis() * share));
    }
}
