package org.relevo.service;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;

/** Reads what was entered of a service; each problem names its field and the way out, and all are told at once. */
final class Typed {

    private final Map<String, String> values;
    private final List<FieldProblem> problems = new ArrayList<>();

    Typed(Map<String, String> values) {
        this.values = values;
    }

    void check() {
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
    }

    void problem(String field, String message) {
        problems.add(new FieldProblem(field, message));
    }

    String text(String field) {
        return values.getOrDefault(field, "").replace('\0', ' ').strip();
    }

    String needed(String field, int longest) {
        if (text(field).isEmpty()) {
            problem(field, "Missing. Give it in up to %,d characters.".formatted(longest));
        }
        return optional(field, longest);
    }

    String optional(String field, int longest) {
        if (text(field).length() > longest) {
            problem(field, "Shorten it to %,d characters.".formatted(longest));
        }
        return text(field);
    }

    LocalDate day(String field) {
        try {
            var day = LocalDate.parse(text(field));
            if (day.getYear() >= 1970 && day.getYear() <= 2200) {
                return day;
            }
        } catch (DateTimeException e) {
            // said below
        }
        problem(field, "Give a date from 1970 to 2200, such as 2026-01-31.");
        return LocalDate.EPOCH;
    }

    @Nullable
    LocalDate dayOrNull(String field) {
        return text(field).isEmpty() ? null : day(field);
    }

    /** A number that is not negative. */
    BigDecimal number(String field, int whole, int digits) {
        if (!text(field).matches("[0-9]{1,%d}([.,][0-9]{1,%d})?".formatted(whole, digits))) {
            problem(
                    field,
                    "Give a number with at most %d digits, %d of them behind the point, and none between thousands, such as 1250.50."
                            .formatted(whole + digits, digits));
            return BigDecimal.ZERO;
        }
        return new BigDecimal(text(field).replace(',', '.'));
    }

    @Nullable
    BigDecimal numberOrNull(String field, int whole, int digits) {
        return text(field).isEmpty() ? null : number(field, whole, digits);
    }

    @Nullable
    Integer countOrNull(String field, int most) {
        if (text(field).isEmpty()) {
            return null;
        }
        if (text(field).matches("[1-9][0-9]{0,5}") && Integer.parseInt(text(field)) <= most) {
            return Integer.valueOf(text(field));
        }
        problem(field, "Give a whole number from 1 to %,d, or leave it blank.".formatted(most));
        return null;
    }

    /** An address that a page may link to: no script hides behind it. */
    String link(String field) {
        var text = optional(field, 1000);
        try {
            var scheme = String.valueOf(new URI(text).getScheme()).toLowerCase(Locale.ROOT);
            if ((scheme.equals("https") || scheme.equals("http")) && new URI(text).getHost() != null) {
                return text;
            }
        } catch (java.net.URISyntaxException e) {
            // said below
        }
        problem(field, "Give an address that begins with https:// or http://.");
        return text;
    }

    @Nullable
    String linkOrNull(String field) {
        return text(field).isEmpty() ? null : link(field);
    }

    <E extends Enum<E>> @Nullable E one(String field, Class<E> of) {
        for (var one : of.getEnumConstants()) {
            if (one.name().equalsIgnoreCase(text(field))) {
                return one;
            }
        }
        problem(field, "Choose one of %s.".formatted(List.of(of.getEnumConstants())));
        return null;
    }
}
