package org.relevo.notification;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a person wants no mail: each night between two times, and the whole of some days, in the person's zone.
 *
 * @param from the first quiet minute; after {@code until} where the quiet hours pass midnight
 * @param until the first minute that is no longer quiet
 */
public record QuietHours(@Nullable LocalTime from, @Nullable LocalTime until, Set<DayOfWeek> days) {

    public static final QuietHours NONE = new QuietHours(null, null, Set.of());

    /** The longest quiet stretch ends within a week: on a day that is not quiet, after its night. */
    private static final int LONGEST = 32;

    public QuietHours {
        days = Set.copyOf(days);
    }

    /** The first instant from then on that is not quiet; the same instant where it is not quiet. */
    Instant endAfter(Instant at, ZoneId zone) {
        var local = at.atZone(zone).toLocalDateTime();
        var quiet = false;
        for (var step = 0; step < LONGEST; step++) {
            var end = endOfStretch(local);
            if (end == null) {
                return quiet ? local.atZone(zone).toInstant() : at;
            }
            quiet = true;
            local = end;
        }
        return at;
    }

    private @Nullable LocalDateTime endOfStretch(LocalDateTime local) {
        if (days.contains(local.getDayOfWeek())) {
            return local.toLocalDate().plusDays(1).atStartOfDay();
        }
        if (from == null || until == null || from.equals(until)) {
            return null;
        }
        var time = local.toLocalTime();
        if (from.isBefore(until)) {
            return !time.isBefore(from) && time.isBefore(until)
                    ? local.toLocalDate().atTime(until)
                    : null;
        }
        if (!time.isBefore(from)) {
            return local.toLocalDate().plusDays(1).atTime(until);
        }
        return time.isBefore(until) ? local.toLocalDate().atTime(until) : null;
    }
}
