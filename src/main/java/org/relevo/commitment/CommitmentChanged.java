package org.relevo.commitment;

import java.time.Instant;

/**
 * A running commitment's target, start, hold or amount is no longer what it was.
 *
 * @param anew whether checkpoints that had passed lie ahead again, so that what they caused no longer stands
 * @param because what changed, in words
 */
public record CommitmentChanged(Commitment commitment, boolean anew, String because, Instant at) {}
