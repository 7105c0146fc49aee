package org.relevo.people;

/**
 * Somebody asks another person to exchange shifts; told inside that transaction.
 *
 * @param asker username of who asks
 * @param other username of who is to answer
 */
public record SwapAsked(long id, String team, String asker, String other) {}
