package org.relevo.inbox.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.inbox.Inbox;
import org.relevo.inbox.Inbox.Tab;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.Paged;
import org.relevo.workitem.Timeline;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Gathers what the inbox page shows. */
@Component
class InboxView {

    private static final int HISTORY = 12;

    private final Inbox inbox;
    private final TaskRows rows;
    private final Timeline timeline;

    InboxView(Inbox inbox, TaskRows rows, Timeline timeline) {
        this.inbox = inbox;
        this.rows = rows;
        this.timeline = timeline;
    }

    /** One tab and how many tasks it holds. */
    record TabCount(String key, long count, boolean current, String tail) {}

    /** The list, with its first task beside it. */
    Map<String, @Nullable Object> list(Actor who, InboxQuery query) {
        var model = tasks(who, query);
        var shown = (List<?>) model.getOrDefault("rows", List.of());
        if (shown != null && !shown.isEmpty() && shown.get(0) instanceof TaskRow first) {
            detail(model, who, first, null, null);
        }
        return model;
    }

    /** The list, with the task asked for beside it, and what was sent and refused where that is so. */
    Map<String, @Nullable Object> task(
            Actor who, InboxQuery query, String id, @Nullable Map<String, String> sent, @Nullable Refusal refused) {
        var task = inbox.find(id, who)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no task %s that you may see. It may have been withdrawn; look in the inbox."
                                .formatted(id)));
        var model = tasks(who, query);
        model.put("asked", true);
        detail(model, who, rows.of(List.of(task)).get(0), sent, refused);
        return model;
    }

    private Map<String, @Nullable Object> tasks(Actor who, InboxQuery query) {
        var text = query.text();
        var counts = new HashMap<Tab, Long>();
        for (var tab : Tab.values()) {
            counts.put(tab, inbox.count(who, tab, text));
        }
        var asked = query.asked();
        var current = asked != null ? asked : counts.getOrDefault(Tab.MINE, 0L) > 0 ? Tab.MINE : Tab.TEAMS;
        var page = Paged.asked(query.number(), counts.getOrDefault(current, 0L));
        var model = new HashMap<String, @Nullable Object>();
        model.put("tab", key(current));
        model.put(
                "tabs",
                List.of(Tab.values()).stream()
                        .map(tab -> new TabCount(
                                key(tab), counts.getOrDefault(tab, 0L), tab == current, query.tail(key(tab), 0)))
                        .toList());
        model.put("rows", rows.of(inbox.find(who, current, text, page.page(), page.size())));
        model.put("page", page);
        model.put("q", text);
        model.put("here", query.tail(key(current), page.page()));
        model.put("before", query.tail(key(current), page.page() - 1));
        model.put("after", query.tail(key(current), page.page() + 1));
        model.put("asked", false);
        return model;
    }

    private void detail(
            Map<String, @Nullable Object> model,
            Actor who,
            TaskRow row,
            @Nullable Map<String, String> sent,
            @Nullable Refusal refused) {
        var invalid = refused instanceof Refusal.Invalid i ? i : null;
        var form = row.open() ? inbox.form(row.task().id(), who) : List.<org.relevo.inbox.FormField>of();
        var zone = LocaleContextHolder.getTimeZone().toZoneId();
        model.put("selected", row);
        model.put("mine", row.claimedBy(who.name()));
        model.put("controls", FormControl.of(form, sent, invalid));
        model.put("refused", invalid);
        model.put("conflict", refused instanceof Refusal.Conflict conflict ? conflict.getMessage() : null);
        model.put("history", History.of(timeline.of(row.task().workItem()), rows.names(), zone, HISTORY));
    }

    private static String key(Tab tab) {
        return tab.name().toLowerCase(Locale.ROOT);
    }
}
