package org.relevo.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that a project has reached by a day, or not yet.
 *
 * @param baseline what was promised
 * @param forecast when it is expected as things stand
 * @param actual when it was reached; null before
 */
public record Milestone(
        long id,
        String project,
        @Nullable Long stage,
        String name,
        LocalDate baseline,
        LocalDate forecast,
        @Nullable LocalDate actual) {

    /** Which of its dates. */
    public enum Which {
        BASELINE,
        FORECAST,
        ACTUAL
    }

    public boolean reached() {
        return actual != null;
    }

    /** When it was reached, or is expected. */
    public LocalDate date() {
        return actual == null ? forecast : actual;
    }

    /** As {@link #date}; but what was expected before today and has not come, cannot come before today. */
    public LocalDate expected(LocalDate today) {
        return actual != null || forecast.isAfter(today) ? date() : today;
    }

    /** Days after its baseline; negative before it. */
    public long slip() {
        return baseline.until(date(), java.time.temporal.ChronoUnit.DAYS);
    }

    public @Nullable LocalDate get(Which which) {
        return switch (which) {
            case BASELINE -> baseline;
            case FORECAST -> forecast;
            case ACTUAL -> actual;
        };
    }

    Milestone forecast(LocalDate day) {
        return new Milestone(id, project, stage, name, baseline, day, actual);
    }

    Milestone actual(@Nullable LocalDate day) {
        return new Milestone(id, project, stage, name, baseline, forecast, day);
    }
}
