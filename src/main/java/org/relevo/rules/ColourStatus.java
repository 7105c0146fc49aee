package org.relevo.rules;

/**
 * Which colour a figure gives an aspect of a project's status; the worst counts.
 *
 * @param sentence why, as the table says it
 */
public record ColourStatus(StatusAspect aspect, StatusColour colour, String sentence, String rule, String because)
        implements Decision {}
