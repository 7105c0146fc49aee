package org.relevo.workflow.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far back is looked. */
public enum Period {
    WEEK(7),
    MONTH(30),
    QUARTER(90),
    YEAR(365);

    private final int days;

    Period(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }

    public Instant since(Instant now) {
        return now.minus(Duration.ofDays(days));
    }

    /** As it was typed into the address; a quarter where that is none of them. */
    public static Period asked(@Nullable String typed) {
        for (var one : values()) {
            if (one.name().equalsIgnoreCase(typed)) {
                return one;
            }
        }
        return QUARTER;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
