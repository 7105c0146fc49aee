package org.relevo.project;

import java.time.Instant;

/** A project ended; what was to be decided about it no longer is. */
public record ProjectClosed(String project, String by, Instant at) {}
