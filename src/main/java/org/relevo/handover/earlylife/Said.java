package org.relevo.handover.earlylife;

import java.time.Instant;

/** What somebody said of whether users can work. */
public record Said(boolean workable, String text, String by, Instant at) {}
