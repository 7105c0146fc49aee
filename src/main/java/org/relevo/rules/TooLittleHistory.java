package org.relevo.rules;

/**
 * That too little is known of the past to say in which range a forecast may end.
 *
 * @param needed how many finished observations a range needs
 */
public record TooLittleHistory(StatusAspect aspect, int observations, int needed, String rule, String because)
        implements Decision {}
