package org.relevo.people;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator enters of a team, as typed.
 *
 * @param rotaFrom the day of the first handover, {@code 2026-01-05}; blank where the team has no rota
 * @param handoverAt the time of each handover in the team's zone, {@code 08:00}
 * @param rota usernames in the order in which they take over, separated by spaces, commas or new lines
 */
public record TeamForm(String key, String name, String zone, String rotaFrom, String handoverAt, String rota) {

    public TeamForm(
            @Nullable String key,
            @Nullable String name,
            @Nullable String zone,
            @Nullable String rotaFrom,
            @Nullable String handoverAt,
            @Nullable String rota) {
        this.key = typed(key);
        this.name = typed(name);
        this.zone = typed(zone);
        this.rotaFrom = typed(rotaFrom);
        this.handoverAt = typed(handoverAt);
        this.rota = typed(rota);
    }

    List<String> places() {
        return Arrays.stream(rota.split("[\\s,;]+"))
                .filter(place -> !place.isEmpty())
                .toList();
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
