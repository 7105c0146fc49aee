package org.relevo.service.web;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.service.Lifecycle;
import org.relevo.service.ServiceCatalogue;
import org.relevo.service.ServiceFilter;
import org.springframework.web.util.UriComponentsBuilder;

/** What the list of services is narrowed to, as the address says it; what it does not know narrows nothing. */
public record ServiceQuery(
        @Nullable String q,
        @Nullable String lifecycle,
        @Nullable String tier,
        @Nullable String team,
        @Nullable String page) {

    ServiceFilter filter() {
        var stage = Arrays.stream(Lifecycle.values())
                .filter(one -> one.name().equalsIgnoreCase(given(lifecycle)))
                .findFirst()
                .orElse(null);
        return new ServiceFilter(
                given(q), stage, ServiceCatalogue.TIERS.contains(given(tier)) ? tier : null, blankToNull(team));
    }

    public boolean narrowed() {
        var filter = filter();
        return !given(q).isBlank() || filter.lifecycle() != null || filter.tier() != null || filter.team() != null;
    }

    int number() {
        return given(page).matches("[0-9]{1,6}") ? Integer.parseInt(given(page)) : 0;
    }

    /** The rest of the address of another page. */
    public String tail(int page) {
        return UriComponentsBuilder.newInstance()
                .queryParam("q", given(q))
                .queryParam("lifecycle", given(lifecycle))
                .queryParam("tier", given(tier))
                .queryParam("team", given(team))
                .queryParam("page", page)
                .encode()
                .toUriString();
    }

    private static String given(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
