package org.relevo.service;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which services are looked for; what is null does not narrow the search.
 *
 * @param text words that stand in key, name or description
 * @param team key of the team that supports them
 */
public record ServiceFilter(
        @Nullable String text,
        @Nullable Lifecycle lifecycle,
        @Nullable String tier,
        @Nullable String team) {

    public List<Service> among(List<Service> services) {
        var words = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return services.stream()
                .filter(one -> lifecycle == null || one.lifecycle() == lifecycle)
                .filter(one -> tier == null || one.tier().equals(tier))
                .filter(one -> team == null || team.equals(one.team()))
                .filter(one -> words.isEmpty()
                        || (one.key() + "\n" + one.name() + "\n" + one.description())
                                .toLowerCase(Locale.ROOT)
                                .contains(words))
                .toList();
    }
}
