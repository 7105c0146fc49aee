package org.relevo.commitment;

import java.time.Instant;

/** A commitment was met or cancelled. */
public record CommitmentEnded(Commitment commitment, Instant at) {}
