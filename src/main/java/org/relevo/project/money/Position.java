package org.relevo.project.money;

import java.math.BigDecimal;

/**
 * A budget line, or what has none, up to the end of a period; amounts are in the project's currency to the cent.
 *
 * @param budgeted the quantity of all its periods
 * @param budget the amount of all its periods; a line without one is unplanned
 * @param budgetToDate the amount of the periods up to now
 * @param used the quantity that was used
 * @param spent the amount that was spent
 * @param remaining the quantity that is still planned
 */
public record Position(
        BigDecimal budgeted,
        BigDecimal budget,
        BigDecimal budgetToDate,
        BigDecimal used,
        BigDecimal spent,
        BigDecimal remaining) {}
