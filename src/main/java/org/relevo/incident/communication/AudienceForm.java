package org.relevo.incident.communication;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is entered of an audience, as typed.
 *
 * @param people usernames, separated by spaces, commas or new lines; so teams and addresses
 */
public record AudienceForm(String language, String people, String teams, String addresses) {

    public AudienceForm(
            @Nullable String language, @Nullable String people, @Nullable String teams, @Nullable String addresses) {
        this.language = typed(language);
        this.people = typed(people);
        this.teams = typed(teams);
        this.addresses = typed(addresses);
    }

    public static AudienceForm of(ServiceAudience one) {
        return new AudienceForm(
                one.language().getLanguage(),
                String.join(" ", one.people()),
                String.join(" ", one.teams()),
                String.join("\n", one.addresses()));
    }

    List<String> peopleNames() {
        return words(people);
    }

    List<String> teamKeys() {
        return words(teams);
    }

    List<String> mailAddresses() {
        return words(addresses);
    }

    private static List<String> words(String typed) {
        return Arrays.stream(typed.split("[\\s,;]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
