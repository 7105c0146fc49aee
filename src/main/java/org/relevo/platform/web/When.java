package org.relevo.platform.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Says times and durations as the person who looks reads them. In templates: {@code ${when.at(instant)}}. */
public final class When {

    private final Instant now;
    private final ZoneId zone;
    private final Locale locale;
    private final MessageSource messages;

    When(Instant now, ZoneId zone, Locale locale, MessageSource messages) {
        this.now = now;
        this.zone = zone;
        this.locale = locale;
        this.messages = messages;
    }

    public Instant getNow() {
        return now;
    }

    public ZoneId getZone() {
        return zone;
    }

    /** {@code 14:20}. */
    public String time(Instant at) {
        return format("HH:mm", at);
    }

    /** {@code 22 Nov 2026}. */
    public String date(Instant at) {
        return format("d MMM yyyy", at);
    }

    /** {@code Today}, {@code Yesterday} or {@code Fri 20 Nov}, with the year where it is another one. */
    public String day(Instant at) {
        var day = in(at).toLocalDate();
        var today = in(now).toLocalDate();
        if (day.equals(today)) {
            return say("when.today");
        }
        if (day.equals(today.minusDays(1))) {
            return say("when.yesterday");
        }
        return format(day.getYear() == today.getYear() ? "EEE d MMM" : "EEE d MMM yyyy", at);
    }

    /** {@code 14:20} today, {@code Fri 20 Nov 14:20} on another day. */
    public String at(Instant at) {
        return in(at).toLocalDate().equals(in(now).toLocalDate()) ? time(at) : day(at) + " " + time(at);
    }

    /** The whole of it, with the zone: {@code Sunday, 22 November 2026, 14:20:07 CET}. */
    public String full(Instant at) {
        return in(at).format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale)) + ", "
                + format("HH:mm:ss z", at);
    }

    /** {@code 1 h 28 min} left, or {@code 12 min over}. */
    public String left(Duration left) {
        return left.isNegative() ? say("when.over", span(left.negated())) : span(left);
    }

    /** A length by its two largest units, rounded down: {@code 3 d 4 h}, {@code 1 h 28 min}, {@code 12 min}, {@code 40 s}. */
    public String span(Duration length) {
        if (length.toDays() > 0) {
            return two(length.toDays(), "d", length.toHoursPart(), "h");
        }
        if (length.toHours() > 0) {
            return two(length.toHours(), "h", length.toMinutesPart(), "min");
        }
        return length.toMinutes() > 0 ? length.toMinutes() + " min" : length.toSeconds() + " s";
    }

    /** A length to the second, as accounts print it: {@code 3:59:44} is 3 hours, 59 minutes and 44 seconds. */
    public String exact(Duration length) {
        return "%d:%02d:%02d".formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart());
    }

    /** A share in whole percent, rounded down, so that 99.951 % is not shown as a breach. */
    public long percent(double share) {
        return (long) Math.floor(share * 100);
    }

    private static String two(long many, String unit, long few, String smaller) {
        return few == 0 ? many + " " + unit : "%d %s %d %s".formatted(many, unit, few, smaller);
    }

    private ZonedDateTime in(Instant at) {
        return at.atZone(zone);
    }

    private String format(String pattern, Instant at) {
        return in(at).format(DateTimeFormatter.ofPattern(pattern, locale));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
