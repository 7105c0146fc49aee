package org.relevo.rules;

/**
 * A service that a project hands over to operations, when the rules choose what is to be shown.
 *
 * @param tier of the service
 */
public record HandoverFact(String tier) implements Fact {}
