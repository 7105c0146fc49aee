package org.relevo.project;

import org.jspecify.annotations.Nullable;

/**
 * Something that is to be finished by a date within a budget.
 *
 * @param manager username of the project manager
 * @param sponsor username of the one who pays and decides
 */
public record Project(
        String key,
        String name,
        String description,
        @Nullable String manager,
        @Nullable String sponsor,
        boolean demo) {}
