package org.relevo.rules;

import java.math.BigDecimal;

/**
 * A figure of a project, when the rules say what colour it gives the status.
 *
 * @param of what it is a figure of, in words, such as the delivery that is late; may be empty
 */
public record StatusFact(StatusFigure figure, BigDecimal value, String of) implements Fact {}
