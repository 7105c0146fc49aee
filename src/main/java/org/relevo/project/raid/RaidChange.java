package org.relevo.project.raid;

import java.time.Instant;

/** A change of a risk or an assumption. */
public record RaidChange(Instant at, String by, String text) {}
