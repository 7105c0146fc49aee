package org.relevo.escalation;

import java.time.Instant;
import java.time.LocalTime;
import org.relevo.commitment.Commitment;

/** Whether a day is a holiday by a commitment's calendar. */
final class Holidays {

    private Holidays() {}

    static boolean isOne(Commitment commitment, Instant at) {
        return commitment
                .calendar(at)
                .map(calendar -> {
                    var day = at.atZone(calendar.zone()).toLocalDate();
                    var from = day.atTime(LocalTime.MIN).atZone(calendar.zone()).toInstant();
                    var to = day.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
                    return calendar.spans(from, to).stream()
                            .anyMatch(span -> !span.open()
                                    && span.why() != null
                                    && span.why().startsWith("holiday"));
                })
                .orElse(false);
    }
}
