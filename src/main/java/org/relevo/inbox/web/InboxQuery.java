package org.relevo.inbox.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relevo.inbox.Inbox.Tab;

/** What of the inbox is asked for, as it stands in the address; what is not understood counts as not said. */
record InboxQuery(
        @Nullable String tab, @Nullable String q, @Nullable String page) {

    @Nullable
    Tab asked() {
        for (var known : Tab.values()) {
            if (known.name().equalsIgnoreCase(tab)) {
                return known;
            }
        }
        return null;
    }

    String tabOr(Tab otherwise) {
        var known = asked();
        return (known == null ? otherwise : known).name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    String text() {
        return q == null || q.isBlank() ? null : q.strip();
    }

    int number() {
        return page != null && page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0;
    }

    /** What of this query stands behind the address of another page of the inbox. */
    String tail(String tab, int page) {
        return Addresses.tail("tab", tab, "q", text(), "page", page == 0 ? null : Integer.toString(page));
    }
}
