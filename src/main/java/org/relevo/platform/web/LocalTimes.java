package org.relevo.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Refusal;
import org.springframework.context.i18n.LocaleContextHolder;

/** Dates and times as the fields of forms hold them, in the zone of the one who types. */
public final class LocalTimes {

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private LocalTimes() {}

    /** What a field says; null where it is blank. */
    public static @Nullable Instant read(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(typed.strip()).atZone(zone()).toInstant();
        } catch (DateTimeException e) {
            throw new Refusal.Invalid(field, "Give a date and a time such as 2026-11-23T14:20.");
        }
    }

    /** An instant as a field shows it. */
    public static String field(Instant at) {
        return FIELD.format(at.atZone(zone()));
    }

    private static ZoneId zone() {
        return LocaleContextHolder.getTimeZone().toZoneId();
    }
}
