package org.relevo.rca.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.relevo.rca.Actions;

/**
 * Which actions are asked for, as it stands in the address.
 *
 * @param state {@code open} (also where nothing is said), {@code done} or {@code all}
 * @param sort {@code age}: the oldest first; otherwise what is due first
 */
record ActionQuery(
        @Nullable String state,
        @Nullable String owner,
        @Nullable String q,
        @Nullable String sort,
        @Nullable String page) {

    Actions.Filter filter() {
        var open = "all".equals(state) ? null : Boolean.valueOf(!"done".equals(state));
        return new Actions.Filter(open, owner == null || owner.isBlank() ? null : owner, q, oldest());
    }

    public boolean oldest() {
        return "age".equals(sort);
    }

    String pageOr() {
        return page == null ? "0" : page;
    }

    public boolean narrowed() {
        return !blank(state) || !blank(owner) || !blank(q);
    }

    public String tail(int other) {
        return "?page=%d&state=%s&owner=%s&q=%s&sort=%s"
                .formatted(other, coded(state), coded(owner), coded(q), coded(sort));
    }

    private static boolean blank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static String coded(@Nullable String value) {
        return value == null ? "" : URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
