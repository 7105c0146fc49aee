package org.relevo.rca;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.TimeTarget;
import org.springframework.context.MessageSource;

/** The words of a draft: those of its first reader, who will go on from them; times say their zone. */
record DraftWords(MessageSource messages, Locale language, ZoneId zone) {

    String of(String key, Object... values) {
        return messages.getMessage(key, values, language);
    }

    String at(Instant instant) {
        return "%s (%s)"
                .formatted(
                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                                .withLocale(language)
                                .format(instant.atZone(zone)),
                        zone);
    }

    String span(Instant from, Instant to) {
        return span(Duration.between(from, to));
    }

    private String span(Duration length) {
        return length.toHours() > 0
                ? "%d h %d min".formatted(length.toHours(), length.toMinutesPart())
                : length.toMinutes() > 0 ? "%d min".formatted(length.toMinutes()) : of("rca.draft.underAMinute");
    }

    /** With a blank before it; empty for what is no time. */
    String target(@Nullable TimeTarget target) {
        if (target == null) {
            return "";
        }
        var time = target.time();
        return " (%s)".formatted(time == null ? of("target.days", target.businessDays()) : span(time));
    }
}
