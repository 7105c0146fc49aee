package org.relevo.rules;

/**
 * How long a declared status may contradict the computed one.
 *
 * @param ask until its author is asked
 * @param tell from then until the sponsor is told
 */
public record QuestionStatus(TimeTarget ask, TimeTarget tell, String rule, String because) implements Decision {}
