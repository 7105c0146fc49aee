package org.relevo.project;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;

/** Reads what was typed; what cannot be read is added to the problems and answered by null. */
final class Typed {

    static final int REASON = 500;

    private Typed() {}

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static String text(String field, String typed, int longest, List<FieldProblem> problems) {
        if (typed.isBlank() || typed.strip().length() > longest) {
            problems.add(new FieldProblem(
                    field,
                    typed.isBlank()
                            ? "Missing. Give it in up to %,d characters.".formatted(longest)
                            : "Shorten it to %,d characters.".formatted(longest)));
        }
        return typed.strip();
    }

    static @Nullable LocalDate date(String field, String typed, List<FieldProblem> problems) {
        try {
            var day = LocalDate.parse(typed.strip());
            if (day.getYear() >= 1970 && day.getYear() <= 2200) {
                return day;
            }
        } catch (DateTimeException e) {
            // said below
        }
        problems.add(new FieldProblem(field, "Give a date from 1970 to 2200, such as 2026-01-31."));
        return null;
    }

    static @Nullable BigDecimal number(String field, String typed, List<FieldProblem> problems) {
        try {
            var number = new BigDecimal(typed.strip().replace(',', '.'));
            if (number.signum() > 0 && number.precision() - number.scale() <= 15 && number.scale() <= 2) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        problems.add(new FieldProblem(
                field, "Give a number above zero with up to two digits behind the point, such as 12.50."));
        return null;
    }

    static @Nullable Long id(String field, String typed, List<FieldProblem> problems) {
        if (typed.matches("[0-9]{1,18}")) {
            return Long.valueOf(typed);
        }
        problems.add(new FieldProblem(field, "Choose one of the list."));
        return null;
    }

    static <E extends Enum<E>> @Nullable E one(String field, String typed, Class<E> of, List<FieldProblem> problems) {
        var found = Arrays.stream(of.getEnumConstants())
                .filter(one -> one.name().equalsIgnoreCase(typed.strip()))
                .findFirst();
        if (found.isEmpty()) {
            problems.add(new FieldProblem(
                    field,
                    "Choose one of %s."
                            .formatted(Arrays.toString(of.getEnumConstants()).toLowerCase(Locale.ROOT))));
        }
        return found.orElse(null);
    }

    static void check(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
    }
}
