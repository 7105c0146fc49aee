package org.relevo.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A part of a day on the wall clock, in minutes from midnight; 24:00 is 1440 and belongs to the day that ends. */
record Interval(int from, int to) {

    static final int DAY = 24 * 60;

    static final Interval WHOLE_DAY = new Interval(0, DAY);

    /** {@code 08:00-12:00,13:00-18:00}, sorted; nothing may overlap. */
    static List<Interval> parseAll(String text) {
        var all = new ArrayList<Interval>();
        for (String part : text.split(",", -1)) {
            all.add(parse(part.strip()));
        }
        all.sort(Comparator.comparingInt(Interval::from));
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).from < all.get(i - 1).to) {
                throw new IllegalArgumentException(
                        "\"%s\" overlaps \"%s\". Make one interval end before the next begins."
                                .formatted(all.get(i - 1), all.get(i)));
            }
        }
        return List.copyOf(all);
    }

    private static Interval parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            throw new IllegalArgumentException("\"%s\" is no interval. Write it as 09:00-17:00, several with a comma."
                    .formatted(Words.clip(text)));
        }
        int from = minute(text.substring(0, dash).strip());
        int to = minute(text.substring(dash + 1).strip());
        if (from >= to) {
            throw new IllegalArgumentException(
                    "\"%s\" does not end after it begins. Write a shift over midnight as two: 22:00-24:00 and, on the next day, 00:00-06:00."
                            .formatted(Words.clip(text)));
        }
        return new Interval(from, to);
    }

    private static int minute(String text) {
        if (text.matches("\\d{1,2}:\\d{2}")) {
            var colon = text.indexOf(':');
            int hour = Integer.parseInt(text.substring(0, colon));
            int minute = Integer.parseInt(text.substring(colon + 1));
            if (minute < 60 && hour * 60 + minute <= DAY) {
                return hour * 60 + minute;
            }
        }
        throw new IllegalArgumentException(
                "\"%s\" is no time of day. Write it as 09:00, from 00:00 to 24:00.".formatted(Words.clip(text)));
    }

    /** These intervals without the parts that the cuts cover. */
    static List<Interval> without(List<Interval> intervals, List<Interval> cuts) {
        var left = intervals;
        for (Interval cut : cuts) {
            left = left.stream().flatMap(i -> i.without(cut).stream()).toList();
        }
        return left;
    }

    private List<Interval> without(Interval cut) {
        var left = new ArrayList<Interval>(2);
        if (from < Math.min(to, cut.from)) {
            left.add(new Interval(from, Math.min(to, cut.from)));
        }
        if (Math.max(from, cut.to) < to) {
            left.add(new Interval(Math.max(from, cut.to), to));
        }
        return left;
    }

    boolean contains(int minute) {
        return from <= minute && minute < to;
    }

    @Override
    public String toString() {
        return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, to / 60, to % 60);
    }
}
