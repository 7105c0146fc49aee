package org.relevo.commitment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.relevo.rules.Agreement;
import org.relevo.rules.Metric;

/**
 * What is entered of a tolerance on an amount, as typed.
 *
 * @param current empty for what the baseline says
 * @param checkpoints whole percent of the tolerance, separated by semicolons; empty for the usual ones
 */
public record AmountForm(
        String metric,
        String agreement,
        String baseline,
        String tolerance,
        String current,
        String unit,
        String checkpoints,
        String because) {

    private static final List<Integer> USUAL = List.of(50, 75, 100);
    private static final int HIGHEST = 1_000;

    public static List<Metric> metrics() {
        return Arrays.stream(Metric.values()).filter(Metric::amount).toList();
    }

    /** What was meant, checked. */
    record Checked(Metric metric, Agreement agreement, Amount amount, List<Integer> checkpoints, String because) {}

    Checked check() {
        var problems = new ArrayList<FieldProblem>();
        var what = one("metric", metric, metrics(), problems);
        var toWhom = one("agreement", agreement, List.of(Agreement.values()), problems);
        var from = number("baseline", baseline, problems);
        var by = number("tolerance", tolerance, problems);
        var now = current.isBlank() ? from : number("current", current, problems);
        var passed = percents(problems);
        if (by != null && by.signum() <= 0) {
            problems.add(new FieldProblem("tolerance", "A tolerance is more than zero. Give how far it may go."));
        }
        text("unit", unit, 20, "Give the unit in up to 20 characters, such as EUR or days.", problems);
        text("because", because, 500, "Say in up to 500 characters why, and who has agreed.", problems);
        if (!problems.isEmpty() || what == null || toWhom == null || from == null || by == null || now == null) {
            throw new Refusal.Invalid(problems);
        }
        return new Checked(what, toWhom, new Amount(from, by, now, unit.strip()), passed, because.strip());
    }

    private static <E extends Enum<E>> @Nullable E one(
            String field, String typed, List<E> allowed, List<FieldProblem> problems) {
        var found = allowed.stream()
                .filter(one -> one.name().equalsIgnoreCase(typed.strip()))
                .findFirst();
        if (found.isEmpty()) {
            problems.add(new FieldProblem(
                    field,
                    "Choose one of %s."
                            .formatted(String.join(
                                    ", ", allowed.stream().map(Enum::name).toList()))));
        }
        return found.orElse(null);
    }

    private static @Nullable BigDecimal number(String field, String typed, List<FieldProblem> problems) {
        try {
            var number = new BigDecimal(typed.strip().replace(',', '.'));
            if (number.precision() - number.scale() <= 15 && number.scale() <= 6) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        problems.add(new FieldProblem(
                field, "Give a number of up to 15 digits, and up to 6 behind the point, such as 10250.50."));
        return null;
    }

    private List<Integer> percents(List<FieldProblem> problems) {
        if (checkpoints.isBlank()) {
            return USUAL;
        }
        var parts = Arrays.stream(checkpoints.strip().split("[;,\\s]+")).toList();
        if (parts.size() <= 10 && parts.stream().allMatch(part -> part.matches("[0-9]{1,4}"))) {
            var numbers = parts.stream().map(Integer::valueOf).toList();
            if (numbers.stream().allMatch(one -> one <= HIGHEST)
                    && numbers.equals(numbers.stream().distinct().sorted().toList())) {
                return numbers;
            }
        }
        problems.add(new FieldProblem(
                "checkpoints",
                "Give up to 10 whole percents from 0 to 1000, ascending and each once, such as 50;75;100."));
        return USUAL;
    }

    private static void text(String field, String typed, int longest, String message, List<FieldProblem> problems) {
        if (typed.isBlank() || typed.strip().length() > longest || typed.chars().anyMatch(c -> c == 0)) {
            problems.add(new FieldProblem(field, message));
        }
    }
}
