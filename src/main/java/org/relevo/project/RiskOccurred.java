package org.relevo.project;

import java.time.Instant;

/**
 * A risk has happened, and is an issue from now on.
 *
 * @param project the project's key
 * @param history what was known of the risk and done about it, in lines
 * @param by the user who says so
 */
public record RiskOccurred(String project, long risk, String title, String history, String by, Instant at) {}
