package org.relevo.rules;

import org.jspecify.annotations.Nullable;

/**
 * A corrective action when it is done.
 *
 * @param priority of the case whose cause it removes
 * @param tier how much depends on that case's service
 */
public record DoneActionFact(Priority priority, @Nullable String tier) implements Fact {}
