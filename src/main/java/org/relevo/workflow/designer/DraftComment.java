package org.relevo.workflow.designer;

import java.time.Instant;

/** What somebody said of a draft. */
public record DraftComment(int version, String by, Instant at, String text) {}
