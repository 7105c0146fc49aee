package org.relevo.rules;

import org.jspecify.annotations.Nullable;

/**
 * An incident of a service in early life support, when it is decided who answers it.
 *
 * @param priority null where no rule decided one
 * @param team key of the project's team that stands by
 */
public record EarlyIncidentFact(String tier, @Nullable Priority priority, String team) implements Fact {}
