package org.relevo.inbox.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.Priority;
import org.relevo.workitem.Filter;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItemType;

/**
 * Which incidents are asked for, as it stands in the address; what is not understood counts as not said.
 *
 * @param state {@code open} (also where nothing is said), {@code ended}, {@code all} or the name of a state
 */
record IncidentQuery(
        @Nullable String state,
        @Nullable String priority,
        @Nullable String service,
        @Nullable String q,
        @Nullable String page) {

    Filter filter() {
        var known = one(State.values(), state);
        var open = known.isPresent() || "all".equals(state) ? null : Boolean.valueOf(!"ended".equals(state));
        return new Filter(
                WorkItemType.INCIDENT,
                known.orElse(null),
                one(Priority.values(), priority).orElse(null),
                blank(service) ? null : service,
                open,
                q == null || q.isBlank() ? null : q.strip());
    }

    public boolean narrowed() {
        return !blank(state) || !blank(priority) || !blank(service) || !blank(q);
    }

    int number() {
        return page != null && page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0;
    }

    private static boolean blank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static <E extends Enum<E>> Optional<E> one(E[] values, @Nullable String asked) {
        return asked == null
                ? Optional.empty()
                : Arrays.stream(values)
                        .filter(value -> value.name().equals(asked.toUpperCase(Locale.ROOT)))
                        .findFirst();
    }

    /** What stands behind the address of another page of the same list. */
    public String tail(int page) {
        return Addresses.tail(
                "q", q, "state", state, "priority", priority, "service", service, "page", page == 0 ? null : "" + page);
    }
}
