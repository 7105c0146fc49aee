package org.relevo.service;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is entered of a service, as typed.
 *
 * @param rate cost per hour without it, in a currency; both blank where nobody has said
 * @param managers usernames of its service managers, separated by spaces, commas or new lines
 */
public record ServiceForm(
        String key,
        String name,
        String description,
        String tier,
        String team,
        String owner,
        String managers,
        String rate,
        String currency) {

    public ServiceForm(
            @Nullable String key,
            @Nullable String name,
            @Nullable String description,
            @Nullable String tier,
            @Nullable String team,
            @Nullable String owner,
            @Nullable String managers,
            @Nullable String rate,
            @Nullable String currency) {
        this.key = typed(key);
        this.name = typed(name);
        this.description = typed(description);
        this.tier = typed(tier);
        this.team = typed(team);
        this.owner = typed(owner);
        this.managers = typed(managers);
        this.rate = typed(rate);
        this.currency = typed(currency);
    }

    List<String> managerNames() {
        return Arrays.stream(managers.split("[\\s,;]+"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    @Nullable
    HourlyRate hourlyRate() {
        return HourlyRate.typed(rate, currency);
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.replace('\0', ' ').strip();
    }
}
