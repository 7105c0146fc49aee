package org.relevo.project.report;

import java.time.LocalDate;

/** The first and the last day of a period, in the project's zone. */
public record ReportPeriod(LocalDate from, LocalDate until) {}
