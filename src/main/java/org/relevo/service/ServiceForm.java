package org.relevo.service;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is entered of a service, as typed.
 *
 * @param managers usernames of its service managers, separated by spaces, commas or new lines
 */
public record ServiceForm(
        String key, String name, String description, String tier, String team, String owner, String managers) {

    public ServiceForm(
            @Nullable String key,
            @Nullable String name,
            @Nullable String description,
            @Nullable String tier,
            @Nullable String team,
            @Nullable String owner,
            @Nullable String managers) {
        this.key = typed(key);
        this.name = typed(name);
        this.description = typed(description);
        this.tier = typed(tier);
        this.team = typed(team);
        this.owner = typed(owner);
        this.managers = typed(managers);
    }

    List<String> managerNames() {
        return Arrays.stream(managers.split("[\\s,;]+"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
