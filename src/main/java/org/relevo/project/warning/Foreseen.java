package org.relevo.project.warning;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.project.Outlook;
import org.relevo.rules.StatusAspect;
import org.relevo.rules.WarnOfForecast;

/**
 * Where a project will end in one aspect.
 *
 * @param allowed its tolerance in the baseline's unit
 * @param low the 10th percentile that past slips suggest; null where there is too little history
 * @param high the 90th percentile
 * @param observations how many finished observations the range is drawn from
 * @param needed how many the rules ask for, where there are too few
 * @param source what the range follows from
 * @param warnings what the rules warn of
 */
public record Foreseen(
        StatusAspect aspect,
        Outlook outlook,
        BigDecimal allowed,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        int observations,
        @Nullable Integer needed,
        String source,
        List<WarnOfForecast> warnings) {}
