package org.relevo.project.report;

import java.time.Instant;

/** A project has told management how it stands. */
record ReportIssued(String project, ProgressReport report, String by, Instant at) {}
