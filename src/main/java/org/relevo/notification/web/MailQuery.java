package org.relevo.notification.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.notification.MailLog;
import org.springframework.web.util.UriComponentsBuilder;

/** Which mails are asked for, as it stands in the address; what is not understood counts as not said. */
record MailQuery(
        @Nullable String state,
        @Nullable String workItem,
        @Nullable String q,
        @Nullable String page) {

    MailLog.Filter filter(List<String> states) {
        var number = workItem == null || workItem.isBlank() ? null : workItem.strip();
        return new MailLog.Filter(state != null && states.contains(state) ? state : null, number, q);
    }

    int number() {
        return page != null && page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0;
    }

    public boolean narrowed() {
        return filled(state) || filled(workItem) || filled(q);
    }

    /** What stands behind the address of another page of the same list. */
    public String tail(int page) {
        var tail = UriComponentsBuilder.newInstance();
        if (filled(state)) {
            tail.queryParam("state", "{state}");
        }
        if (filled(workItem)) {
            tail.queryParam("workItem", "{workItem}");
        }
        if (filled(q)) {
            tail.queryParam("q", "{q}");
        }
        if (page > 0) {
            tail.queryParam("page", page);
        }
        var values = new java.util.HashMap<String, Object>();
        values.put("state", String.valueOf(state));
        values.put("workItem", String.valueOf(workItem));
        values.put("q", String.valueOf(q));
        return tail.encode().buildAndExpand(values).toUriString();
    }

    private static boolean filled(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
