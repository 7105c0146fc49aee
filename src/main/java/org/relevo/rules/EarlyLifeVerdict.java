package org.relevo.rules;

/**
 * Says whether early life support may end.
 *
 * @param asked how many days in a row must hold; 0 where the rule does not say
 */
public record EarlyLifeVerdict(boolean ends, int asked, String rule, String because) implements Decision {}
