package org.relevo.project.exception;

import java.math.BigDecimal;

/**
 * A way out of an exception.
 *
 * @param letter what it is called in the report: A, B, C ...
 * @param days with it, the project ends so many days after its baseline; negative for before it
 * @param cost with it, the project costs so much more than its budget, in its currency; negative for less
 * @param scope what it does to the scope
 * @param drafted whether it is as Relevo drafted it from the figures
 * @param version grows with each change
 */
public record ExceptionOption(
        long id,
        String letter,
        String title,
        int days,
        BigDecimal cost,
        String scope,
        String risks,
        boolean recommended,
        boolean drafted,
        int version) {}
