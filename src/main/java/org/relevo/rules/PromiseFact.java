package org.relevo.rules;

import java.math.BigDecimal;

/**
 * What a project has promised of one measure, when the rules say by how much it may miss it.
 *
 * @param baseline days, money in the project's currency, or weight of scope
 */
public record PromiseFact(Metric metric, BigDecimal baseline) implements Fact {}
