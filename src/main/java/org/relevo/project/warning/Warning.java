package org.relevo.project.warning;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.ForecastWarningRow;
import org.relevo.rules.StatusAspect;

/**
 * What was foreseen on a day, and what came of it.
 *
 * @param foreseen what it was foreseen to reach at least: days from the start, or money
 * @param standing whether the rule still says so
 * @param actual what it was in the end
 */
public record Warning(
        long id,
        StatusAspect aspect,
        ForecastWarningRow.Kind kind,
        String rule,
        String because,
        LocalDate day,
        BigDecimal foreseen,
        BigDecimal forecast,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        int observations,
        boolean standing,
        Outcome outcome,
        @Nullable BigDecimal actual,
        @Nullable LocalDate endedOn) {

    /** VOID: the project was closed before anybody could know. */
    public enum Outcome {
        OPEN,
        RIGHT,
        WRONG,
        VOID
    }
}
