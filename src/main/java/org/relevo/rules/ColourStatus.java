package org.relevo.rules;

/** Gives the status of a project in one dimension a colour; of several the worst counts. */
public record ColourStatus(String dimension, Colour colour, String rule, String because) implements Decision {}
