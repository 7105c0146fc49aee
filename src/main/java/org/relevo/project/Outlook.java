package org.relevo.project;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where a project, or one stage of it, will end as things stand.
 *
 * @param stage null for the whole project
 * @param baseline what was promised: days from start to end, money, weight of scope
 * @param actual what is so today, in the same unit
 * @param forecast what will be so at completion, in the same unit
 * @param because what the forecast follows from, as a sentence with its numbers
 */
public record Outlook(
        Dimension dimension,
        @Nullable Long stage,
        BigDecimal baseline,
        BigDecimal actual,
        BigDecimal forecast,
        String because) {}
