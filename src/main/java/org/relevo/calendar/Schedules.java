package org.relevo.calendar;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Weekly schedules, each valid from a date on: the ordinary week first, then {@code from 2027-01-01: mon 08:00-16:00}.
 * Without a word {@code from}, one week is valid for ever.
 */
final class Schedules {

    private static final Pattern FROM = Pattern.compile("(?i)\\bfrom\\s+(\\S+?)\\s*:\\s");
    private static final int MOST = 50;
    private static final int LONGEST = 20_000;

    private Schedules() {}

    static NavigableMap<LocalDate, WeeklyHours> parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "The schedule is too long. Shorten it to %,d characters.".formatted(LONGEST));
        }
        var weeks = new TreeMap<LocalDate, WeeklyHours>();
        var from = LocalDate.MIN;
        int begin = 0;
        var marks = FROM.matcher(text + "\n");
        while (marks.find()) {
            put(weeks, from, text.substring(begin, marks.start()));
            from = Words.date(marks.group(1));
            begin = Math.min(marks.end(), text.length());
        }
        put(weeks, from, text.substring(begin));
        if (weeks.isEmpty()) {
            weeks.put(from, WeeklyHours.parse(""));
        }
        return weeks;
    }

    private static void put(NavigableMap<LocalDate, WeeklyHours> weeks, LocalDate from, String text) {
        // Before the first mark there may be nothing but a separator; that is no week that is all closed.
        if (from.equals(LocalDate.MIN) && text.isBlank()) {
            return;
        }
        if (weeks.put(from, WeeklyHours.parse(text)) != null) {
            throw new IllegalArgumentException("Two schedules begin on %s. Leave one of them out.".formatted(from));
        }
        if (weeks.size() > MOST) {
            throw new IllegalArgumentException(
                    "There are more than %d schedules. Leave out the oldest.".formatted(MOST));
        }
    }
}
