package org.relevo.rules;

import java.math.BigDecimal;

/**
 * A figure that says how a project stands.
 *
 * @param dimension {@code TIME}, {@code COST} or {@code SCOPE}
 * @param figure such as {@code CPI}
 * @param said the figure in words, such as <i>CPI 0.82</i>
 */
public record StatusFact(String dimension, String figure, BigDecimal value, String said) implements Fact {}
