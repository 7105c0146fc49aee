package org.relevo.incident.crisis;

import java.time.Instant;

/**
 * Who has a role in a crisis.
 *
 * @param byWhom who gave it; the same person where it was taken over
 */
public record RoleHolder(CrisisRole role, String username, Instant since, String byWhom) {}
