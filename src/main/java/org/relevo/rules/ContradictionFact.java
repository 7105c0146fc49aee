package org.relevo.rules;

/** A status that was declared better than it is computed, when the rules say how long that may last. */
public record ContradictionFact(StatusAspect aspect, StatusColour declared, StatusColour computed) implements Fact {}
