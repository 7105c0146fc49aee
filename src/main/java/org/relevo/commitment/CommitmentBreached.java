package org.relevo.commitment;

import java.time.Instant;

/** A commitment's target has passed before it was met. */
public record CommitmentBreached(Commitment commitment, Instant at) {}
