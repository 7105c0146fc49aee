package org.relevo.people;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is entered of one layer of a rota, as typed.
 *
 * @param length how many units a turn lasts
 * @param unit {@code HOURS}, {@code DAYS} or {@code WEEKS}
 * @param startsOn the day on which the first place takes over, {@code 2026-01-05}
 * @param handoverAt the time of each handover in the team's zone, {@code 08:00}
 * @param places usernames in the order in which they take over, separated by spaces, commas or new lines
 * @param windows when the layer is staffed, {@code Mon-Fri 08:00-18:00}, one window a line; blank for always
 * @param version the version of the team's rota that the entry is based on
 */
public record LayerForm(
        String length,
        String unit,
        String startsOn,
        String handoverAt,
        String places,
        String windows,
        @Nullable Long version) {

    public LayerForm(
            @Nullable String length,
            @Nullable String unit,
            @Nullable String startsOn,
            @Nullable String handoverAt,
            @Nullable String places,
            @Nullable String windows,
            @Nullable Long version) {
        this.length = typed(length);
        this.unit = typed(unit);
        this.startsOn = typed(startsOn);
        this.handoverAt = typed(handoverAt);
        this.places = typed(places);
        this.windows = typed(windows);
        this.version = version;
    }

    public LayerForm at(long newVersion) {
        return new LayerForm(length, unit, startsOn, handoverAt, places, windows, newVersion);
    }

    List<String> usernames() {
        return Arrays.stream(places.split("[\\s,;]+"))
                .filter(place -> !place.isEmpty())
                .toList();
    }

    List<String> windowLines() {
        return windows.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String typed(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
