package org.relevo.rca.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.relevo.platform.Refusal;
import org.relevo.rca.Actions.Plan;

/** Reads a planned action as forms and requests write it. */
final class Plans {

    private Plans() {}

    static Plan read(Map<String, String> sent) {
        var days = sent.getOrDefault("days", "").strip();
        var date = sent.getOrDefault("date", "").strip();
        if (!days.isEmpty() && !days.matches("[0-9]{1,4}")) {
            throw new Refusal.Invalid("days", "Write a whole number of business days, such as 5.");
        }
        return new Plan(
                sent.getOrDefault("title", ""),
                sent.getOrDefault("owner", ""),
                days.isEmpty() ? null : Integer.valueOf(days),
                date.isEmpty() ? null : day(date));
    }

    private static LocalDate day(String date) {
        try {
            var day = LocalDate.parse(date);
            if (day.getYear() >= 2000 && day.getYear() <= 2200) {
                return day;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new Refusal.Invalid("date", "“%s” is no date. Write it as 2026-11-30.".formatted(date));
    }
}
