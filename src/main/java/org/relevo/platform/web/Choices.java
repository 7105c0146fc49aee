package org.relevo.platform.web;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Refusal;

/** Values of which one must be chosen, as requests write them. */
public final class Choices {

    private Choices() {}

    /** The constant that a parameter names in upper or lower case; null where the parameter is absent or blank. */
    public static <E extends Enum<E>> @Nullable E one(String name, @Nullable String value, Class<E> of) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return Arrays.stream(of.getEnumConstants())
                .filter(e -> e.name().equalsIgnoreCase(value.strip()))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid(
                        name,
                        "%s \"%s\" is not known. Use one of %s."
                                .formatted(
                                        name,
                                        value.length() > 40 ? value.substring(0, 40) + "…" : value,
                                        words(of.getEnumConstants()))));
    }

    /** A whole number within limits; the standard where the parameter is absent. */
    public static int number(String name, @Nullable String value, int standard, int least, int most) {
        if (value == null || value.isBlank()) {
            return standard;
        }
        try {
            var number = Integer.parseInt(value.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new Refusal.Invalid(name, "%s must be a whole number from %d to %d.".formatted(name, least, most));
    }

    static String words(Enum<?>[] constants) {
        return String.join(
                ", ",
                Arrays.stream(constants)
                        .map(e -> e.name().toUpperCase(Locale.ROOT))
                        .toList());
    }
}
