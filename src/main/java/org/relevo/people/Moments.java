package org.relevo.people;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Refusal.FieldProblem;

/** Reads the beginning and the end of something as it was typed: wall time in a zone, or a time with its offset. */
final class Moments {

    private static final long LONGEST_DAYS = 366;

    private Moments() {}

    record Span(Instant from, Instant to) {}

    /** Notes what is wrong under {@code from} and {@code to}; empty where anything was. */
    static Optional<Span> span(String from, String to, ZoneId zone, Instant now, List<FieldProblem> problems) {
        var begins = read(from, zone);
        var ends = read(to, zone);
        var example = "Give a day and time, such as 2026-01-31T08:00.";
        if (begins == null) {
            problems.add(new FieldProblem("from", example));
        }
        if (ends == null) {
            problems.add(new FieldProblem("to", example));
        }
        if (begins == null || ends == null) {
            return Optional.empty();
        }
        var wrong = wrong(begins, ends, now);
        wrong.ifPresent(problems::add);
        return wrong.isPresent() ? Optional.empty() : Optional.of(new Span(begins, ends));
    }

    private static Optional<FieldProblem> wrong(Instant from, Instant to, Instant now) {
        if (!from.isBefore(to)) {
            return Optional.of(new FieldProblem("to", "It must end after it begins."));
        }
        if (!to.isAfter(now)) {
            return Optional.of(new FieldProblem("to", "This is over already. Give an end that is still to come."));
        }
        return from.until(to, ChronoUnit.DAYS) > LONGEST_DAYS
                ? Optional.of(new FieldProblem("to", "Give at most %d days at once.".formatted(LONGEST_DAYS)))
                : Optional.empty();
    }

    private static @Nullable Instant read(String text, ZoneId zone) {
        try {
            var at = text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") && text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : WallTime.instant(wall(text), zone);
            var year = at.atOffset(ZoneOffset.UTC).getYear();
            return year >= 1970 && year <= 2199 ? at.truncatedTo(ChronoUnit.SECONDS) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalDateTime wall(String text) {
        return text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
    }

    static String typed(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
