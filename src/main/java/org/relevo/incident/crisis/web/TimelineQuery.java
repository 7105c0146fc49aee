package org.relevo.incident.crisis.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.crisis.Lane;
import org.relevo.workitem.TimelineEvent;

/**
 * Which events of a timeline are asked for, as it stands in the address; what is not understood counts as not said.
 *
 * @param all the long list of the room that is to be shown whole
 */
public record TimelineQuery(
        @Nullable String lane, @Nullable String q, @Nullable String all) {

    static final TimelineQuery ALL = new TimelineQuery(null, null, null);

    public @Nullable Lane only() {
        return lane == null
                ? null
                : Arrays.stream(Lane.values())
                        .filter(one -> one.name().equals(lane.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElse(null);
    }

    public String words() {
        return q == null ? "" : q.strip();
    }

    public boolean narrowed() {
        return only() != null || !words().isEmpty();
    }

    boolean matches(TimelineEvent event, PersonNames names) {
        var wanted = only();
        var words = words().toLowerCase(Locale.ROOT);
        var text = "%s %s %s".formatted(event.text(), event.reason(), names.person(event.by()));
        return (wanted == null || wanted == Lane.of(event, by -> names.find(by).isPresent()))
                && text.toLowerCase(Locale.ROOT).contains(words);
    }

    /** What stands behind the address of the same view. */
    public String tail() {
        var only = only();
        var tail = new StringBuilder();
        if (only != null) {
            tail.append("?lane=").append(only.name().toLowerCase(Locale.ROOT));
        }
        if (!words().isEmpty()) {
            tail.append(tail.isEmpty() ? "?" : "&")
                    .append("q=")
                    .append(URLEncoder.encode(words(), StandardCharsets.UTF_8));
        }
        if (all != null && RoomView.LISTS.contains(all)) {
            tail.append(tail.isEmpty() ? "?" : "&").append("all=").append(all);
        }
        return tail.toString();
    }
}
