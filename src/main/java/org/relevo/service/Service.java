package org.relevo.service;

import org.jspecify.annotations.Nullable;

/**
 * Something that IT provides and people rely on.
 *
 * @param tier how much depends on it: {@code gold}, {@code silver} or {@code bronze}
 * @param team key of the team that supports it
 * @param owner username of the one accountable for it
 * @param rate what an hour without it costs; null where nobody has said
 */
public record Service(
        String key,
        String name,
        String description,
        String tier,
        @Nullable String team,
        @Nullable String owner,
        @Nullable HourlyRate rate,
        boolean demo) {}
