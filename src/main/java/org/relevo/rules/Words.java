package org.relevo.rules;

import java.time.Duration;

/** Quantities as reasons print them. */
final class Words {

    private Words() {}

    /** In the largest unit that divides it: {@code 15 minutes}, {@code 4 hours}, {@code 3 days}. */
    static String of(Duration duration) {
        var seconds = duration.toSeconds();
        if (seconds % 86_400 == 0) {
            return counted(seconds / 86_400, "day");
        }
        if (seconds % 3_600 == 0) {
            return counted(seconds / 3_600, "hour");
        }
        return seconds % 60 == 0 ? counted(seconds / 60, "minute") : counted(seconds, "second");
    }

    static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
