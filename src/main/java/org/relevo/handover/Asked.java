package org.relevo.handover;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;

/** Reads what was typed into a form; what cannot be read is added to the problems and answered by null. */
final class Asked {

    static final int LONGEST = 2_000;

    private Asked() {}

    static String blank(Map<String, String> form, String field) {
        return form.getOrDefault(field, "").strip();
    }

    static String text(Map<String, String> form, String field, List<FieldProblem> problems) {
        return text(form, field, LONGEST, problems);
    }

    static String text(Map<String, String> form, String field, int longest, List<FieldProblem> problems) {
        var text = blank(form, field);
        if (text.isEmpty() || text.length() > longest) {
            problems.add(new FieldProblem(field, "Say it in 1 to %,d characters.".formatted(longest)));
        }
        return text;
    }

    static @Nullable LocalDate date(Map<String, String> form, String field, List<FieldProblem> problems) {
        try {
            var day = LocalDate.parse(blank(form, field));
            if (day.getYear() >= 1970 && day.getYear() <= 2200) {
                return day;
            }
        } catch (DateTimeException e) {
            // said below
        }
        problems.add(new FieldProblem(field, "Give a date from 1970 to 2200, such as 2026-01-31."));
        return null;
    }

    static @Nullable Integer whole(
            Map<String, String> form, String field, int least, int most, List<FieldProblem> problems) {
        var text = blank(form, field);
        var number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
        if (number >= least && number <= most) {
            return number;
        }
        problems.add(new FieldProblem(field, "Give a whole number from %d to %d.".formatted(least, most)));
        return null;
    }

    static @Nullable String link(Map<String, String> form, String field, List<FieldProblem> problems) {
        var link = blank(form, field);
        if (!link.isEmpty() && !link.matches("https?://[^\\s\"'<>]{1,1000}")) {
            problems.add(new FieldProblem(field, "Give an address that begins with https://, or leave it blank."));
        }
        return link.isEmpty() ? null : link;
    }

    static void check(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
    }

    static String reason(String field, String typed) {
        var said = typed.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw new Refusal.Invalid(field, "Say it in 1 to %,d characters.".formatted(LONGEST));
        }
        return said;
    }
}
