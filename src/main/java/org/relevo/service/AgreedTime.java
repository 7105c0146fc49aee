package org.relevo.service;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.relevo.rules.TimeTarget;

/** Reads a time as people write it into agreements. */
final class AgreedTime {

    private static final Pattern SHORT = Pattern.compile("([1-9][0-9]{0,4}) ?(m|min|minutes?|h|hours?)");

    private AgreedTime() {}

    /** {@code 30 min}, {@code 4 h}, {@code 2 business days}, or working time in ISO 8601; empty where it is none. */
    static Optional<TimeTarget> read(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        var written = SHORT.matcher(text);
        try {
            if (written.matches()) {
                var count = Long.parseLong(written.group(1));
                return Optional.of(TimeTarget.of(
                        written.group(2).startsWith("m") ? Duration.ofMinutes(count) : Duration.ofHours(count)));
            }
            return Optional.of(TimeTarget.parse(text.startsWith("p") ? text.toUpperCase(Locale.ROOT) : text))
                    .filter(AgreedTime::sensible);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean sensible(TimeTarget target) {
        return target.time() == null || target.time().compareTo(Duration.ofDays(3660)) < 0;
    }
}
