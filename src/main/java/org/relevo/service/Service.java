package org.relevo.service;

import org.jspecify.annotations.Nullable;

/**
 * Something that IT provides and people rely on.
 *
 * @param tier how much depends on it: {@code gold}, {@code silver} or {@code bronze}
 * @param team key of the team that supports it
 * @param owner username of the one accountable for it
 */
public record Service(
        String key,
        String name,
        String description,
        String tier,
        @Nullable String team,
        @Nullable String owner,
        boolean demo) {}
