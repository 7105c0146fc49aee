package org.relevo.rules;

import org.jspecify.annotations.Nullable;

/**
 * A project's manager has declared a better colour than its figures give.
 *
 * @param calendar key of the calendar that the manager works by; null where there is none
 */
public record DeclaredFact(
        Colour declared, Colour computed, @Nullable String calendar) implements Fact {}
