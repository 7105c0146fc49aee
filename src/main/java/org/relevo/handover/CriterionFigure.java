package org.relevo.handover;

import java.math.BigDecimal;
import org.relevo.rules.Measure;

/** Counts what shows whether a criterion is met, from the data as it is now. Whoever has such data offers a bean of this. */
public interface CriterionFigure {

    Measure measure();

    Found count(Handover handover);

    /**
     * @param said what was counted, in words, with examples where there are any
     */
    record Found(BigDecimal figure, String said) {

        public static Found of(long figure, String said) {
            return new Found(BigDecimal.valueOf(figure), said);
        }
    }
}
