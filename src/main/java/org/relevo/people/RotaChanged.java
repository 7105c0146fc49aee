package org.relevo.people;

import java.time.Instant;

/** Who is on call for a team may be somebody else than it was; told inside the transaction that changed it. */
public record RotaChanged(String team, Instant at) {}
