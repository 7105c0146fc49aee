package org.relevo.project.money;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;

/** Reads what was entered in a form or a row of a file; each problem names its field and the way out. */
public final class Entered {

    private final Map<String, String> values;
    private final List<FieldProblem> problems = new ArrayList<>();

    public Entered(Map<String, String> values) {
        this.values = values;
    }

    public List<FieldProblem> problems() {
        return problems;
    }

    public void check() {
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
    }

    public void problem(String field, String message) {
        problems.add(new FieldProblem(field, message));
    }

    public String text(String field) {
        return values.getOrDefault(field, "").strip();
    }

    public String needed(String field, int longest) {
        var text = text(field);
        if (text.isEmpty()) {
            problem(field, "Missing. Give it in up to %,d characters.".formatted(longest));
        }
        return shorter(field, text, longest);
    }

    public String optional(String field, int longest) {
        return shorter(field, text(field), longest);
    }

    private String shorter(String field, String text, int longest) {
        if (text.length() > longest) {
            problem(field, "Shorten it to %,d characters.".formatted(longest));
        }
        return text;
    }

    public LocalDate day(String field) {
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

    public @Nullable LocalDate dayOrNull(String field) {
        return text(field).isEmpty() ? null : day(field);
    }

    /** The first of a month, given as 2026-01 or as one of its days. */
    public LocalDate month(String field) {
        var text = text(field);
        try {
            return LocalDate.parse(text.length() == 7 ? text + "-01" : text).withDayOfMonth(1);
        } catch (DateTimeException e) {
            problem(field, "Give a month, such as 2026-01.");
            return LocalDate.EPOCH;
        }
    }

    /** A number with a point or a comma before its decimals; never one that could be read in two ways. */
    public BigDecimal number(String field, int digits) {
        var text = text(field).replace(" ", "").replace("\u00A0", "");
        var point = text.lastIndexOf('.');
        var comma = text.lastIndexOf(',');
        if (point >= 0 && comma >= 0) {
            text = point > comma ? text.replace(",", "") : text.replace(".", "").replace(',', '.');
        } else {
            text = text.replace(',', '.');
        }
        try {
            var number = new BigDecimal(text);
            if (Math.max(number.scale(), 0) <= digits && number.precision() - number.scale() <= 15) {
                return number.setScale(Math.max(number.scale(), 0));
            }
        } catch (NumberFormatException e) {
            // said below
        }
        problem(
                field,
                "Give a number with up to %d digits behind the point or comma and none between thousands, such as 1234.50."
                        .formatted(digits));
        return BigDecimal.ZERO;
    }

    public BigDecimal positive(String field, int digits) {
        var before = problems.size();
        var number = number(field, digits);
        if (problems.size() == before && number.signum() <= 0) {
            problem(field, "Give a number above zero.");
        }
        return number;
    }

    public @Nullable BigDecimal numberOrNull(String field, int digits) {
        return text(field).isEmpty() ? null : number(field, digits);
    }

    /** The amount, and where it is in a currency other than the project's, its rate and that rate's day. */
    public Sum sum(String field, Currency own) {
        var original = number(field, 2);
        var currency = currency(own);
        if (currency.equals(own)) {
            var rate = numberOrNull("rate", 8);
            if (rate != null && rate.compareTo(BigDecimal.ONE) != 0) {
                problem("rate", "Leave it out: the amount is in the project's own currency, %s.".formatted(own));
            }
            return Sum.of(original, own, BigDecimal.ONE, null);
        }
        var rate = positive("rate", 8);
        return Sum.of(original, currency, rate, day("rate_on"));
    }

    private Currency currency(Currency own) {
        var code = text("currency").toUpperCase(java.util.Locale.ROOT);
        try {
            return code.isEmpty() ? own : Objects.requireNonNull(Currency.getInstance(code));
        } catch (IllegalArgumentException e) {
            problem("currency", "Give the three letters of a currency, such as EUR.");
            return own;
        }
    }

    /** One of the words of a kind, in either case. */
    public <E extends Enum<E>> E one(String field, Class<E> of) {
        for (var one : Objects.requireNonNull(of.getEnumConstants())) {
            if (one.name().equalsIgnoreCase(text(field))) {
                return one;
            }
        }
        problem(field, "Choose one of %s.".formatted(List.of(of.getEnumConstants())));
        return Objects.requireNonNull(of.getEnumConstants())[0];
    }
}
