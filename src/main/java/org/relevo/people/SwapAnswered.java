package org.relevo.people;

/**
 * A question for an exchange of shifts has its answer; told inside that transaction.
 *
 * @param by username of who answered: the one who was asked, or somebody who answers for the rota
 */
public record SwapAnswered(Swaps.Entry swap, boolean accepted, String by) {}
