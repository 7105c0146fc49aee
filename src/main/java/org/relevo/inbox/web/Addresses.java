package org.relevo.inbox.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Addresses that say no more than they must. */
final class Addresses {

    private Addresses() {}

    /**
     * The part of an address from the question mark on, without what is empty.
     *
     * @param namesAndValues name, value, name, value, …
     */
    static String tail(@Nullable String... namesAndValues) {
        var said = new ArrayList<String>();
        for (var i = 0; i + 1 < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value != null && !value.isBlank()) {
                said.add(namesAndValues[i] + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return said.isEmpty() ? "" : "?" + String.join("&", said);
    }
}
