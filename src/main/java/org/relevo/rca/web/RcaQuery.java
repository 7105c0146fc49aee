package org.relevo.rca.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.relevo.rca.RcaStatus;
import org.relevo.rca.Rcas;

/**
 * Which analyses are asked for, as it stands in the address; what is not understood counts as not said.
 *
 * @param state {@code open} (also where nothing is said), {@code all} or the name of a status
 */
record RcaQuery(
        @Nullable String state,
        @Nullable String q,
        @Nullable String page) {

    Rcas.Filter filter() {
        var known = Arrays.stream(RcaStatus.values())
                .filter(one -> one.name().equalsIgnoreCase(state))
                .findFirst();
        var open = known.isPresent() || "all".equals(state) ? null : Boolean.TRUE;
        return new Rcas.Filter(known.orElse(null), open, q);
    }

    String pageOr() {
        return page == null ? "0" : page;
    }

    public boolean narrowed() {
        return (state != null && !state.isBlank()) || (q != null && !q.isBlank());
    }

    public String tail(int other) {
        return "?page=%d&state=%s&q=%s".formatted(other, coded(state), coded(q));
    }

    private static String coded(@Nullable String value) {
        return value == null ? "" : URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
