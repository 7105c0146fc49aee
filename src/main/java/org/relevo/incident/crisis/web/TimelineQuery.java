package org.relevo.incident.crisis.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.crisis.Lane;
import org.relevo.workitem.TimelineEvent;

/**
 * Which events of a timeline are asked for, as it stands in the address; what is not understood counts as not said.
 *
 * @param all the long list of the room that is to be shown whole
 * @param page which part of the timeline, counted from 0 for the newest events
 */
public record TimelineQuery(
        @Nullable String lane,
        @Nullable String q,
        @Nullable String all,
        @Nullable String page) {

    static final TimelineQuery ALL = new TimelineQuery(null, null, null, null);

    /** The room where a form comes back whose row may stand beyond the part of its list that is shown. */
    static TimelineQuery whole(@Nullable String list) {
        return new TimelineQuery(null, null, list, null);
    }

    int part() {
        return page != null && page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 0;
    }

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
        return tail(part());
    }

    /** The same, with another part of the timeline. */
    public String tail(int part) {
        var only = only();
        var parameters = new ArrayList<String>();
        if (only != null) {
            parameters.add("lane=" + only.name().toLowerCase(Locale.ROOT));
        }
        if (!words().isEmpty()) {
            parameters.add("q=" + URLEncoder.encode(words(), StandardCharsets.UTF_8));
        }
        if (all != null && RoomView.LISTS.contains(all)) {
            parameters.add("all=" + all);
        }
        if (part > 0) {
            parameters.add("page=" + part);
        }
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }
}
