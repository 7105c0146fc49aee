package org.relevo.commitment;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relevo.calendar.WorkingTime;

/**
 * One line of the account of a commitment's time.
 *
 * @param counted working time; zero where the calendar was closed or the commitment on hold
 * @param why why it did not count
 */
public record LedgerLine(
        Instant from,
        Instant to,
        Kind kind,
        Duration counted,
        @Nullable String why) {

    /** What a stretch of time was. */
    public enum Kind {
        COUNTED,
        CLOSED,
        HELD
    }

    static LedgerLine of(WorkingTime.Span span) {
        return span.open()
                ? new LedgerLine(span.from(), span.to(), Kind.COUNTED, Duration.between(span.from(), span.to()), null)
                : new LedgerLine(span.from(), span.to(), Kind.CLOSED, Duration.ZERO, span.why());
    }
}
