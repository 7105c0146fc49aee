package org.relevo.support;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;

/** A form of a page with one of its buttons, filled in as somebody would who means no harm. */
public record PageForm(String page, String action, Map<String, String> fields, Set<String> typed) {

    private static final int MOST_PAGES = 40;

    /** The forms of a page and of the pages that it links to, as far as their addresses are asked for. */
    public static List<PageForm> from(Visitor visitor, List<String> starts, Predicate<String> within) {
        var found = new LinkedHashMap<String, PageForm>();
        var seen = new LinkedHashSet<>(starts);
        var next = new ArrayDeque<>(starts);
        while (!next.isEmpty() && seen.size() <= MOST_PAGES) {
            var address = next.poll();
            var reply = visitor.get(address);
            if (reply.status() != 200 || !reply.header("Content-Type").startsWith("text/html")) {
                continue;
            }
            var page = reply.page();
            page.select("form[method=post]")
                    .forEach(form -> of(address, form).forEach(one -> found.putIfAbsent(one.key(), one)));
            page.select("main a[href]").eachAttr("href").stream()
                    .map(href -> href.replaceFirst("#.*", ""))
                    .filter(within)
                    .filter(seen::add)
                    .forEach(next::add);
        }
        return List.copyOf(found.values());
    }

    private String key() {
        return action + fields.keySet();
    }

    /** Whether a field is one that somebody types into. */
    public boolean isTyped(String field) {
        return typed.contains(field);
    }

    private static List<PageForm> of(String page, Element form) {
        var fields = new LinkedHashMap<String, String>();
        var typed = new LinkedHashSet<String>();
        var own = form.select("input[name], textarea[name], select[name]");
        if (!form.id().isEmpty()) {
            own.addAll(form.ownerDocument().select("[form=" + form.id() + "][name]:not(button)"));
        }
        own.stream().filter(field -> !field.attr("name").equals("_csrf")).forEach(field -> {
            fields.putIfAbsent(field.attr("name"), value(field));
            if (!Set.of("hidden", "radio", "checkbox").contains(field.attr("type"))
                    && !field.tagName().equals("select")) {
                typed.add(field.attr("name"));
            }
        });
        var forms = new ArrayList<PageForm>();
        for (var button : form.select("button")) {
            var sent = new LinkedHashMap<>(fields);
            if (!button.attr("name").isEmpty()) {
                sent.put(button.attr("name"), button.attr("value"));
            }
            var action = button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action");
            forms.add(new PageForm(page, action.isEmpty() ? page : action, sent, typed));
        }
        return forms;
    }

    private static String value(Element field) {
        if (field.tagName().equals("select")) {
            var chosen = field.selectFirst("option[selected]");
            var option = chosen == null ? field.selectFirst("option[value]:not([value=''])") : chosen;
            return option == null ? "" : option.attr("value");
        }
        if (field.attr("name").equals("deployedAt")
                || field.attr("name").equals("date") && field.closest("form").selectFirst("[name=days]") != null) {
            return "";
        }
        if (!field.val().isBlank()) {
            return field.val();
        }
        return switch (field.attr("type")) {
            case "number" -> "5";
            case "datetime-local" -> "2026-03-05T10:00";
            case "date" -> "2026-03-05";
            case "time" -> "10:00";
            default -> word(field.attr("name"));
        };
    }

    private static String word(String name) {
        return switch (name) {
            case "username", "owner", "to", "person" -> "jonas.weber";
            case "participants", "deployedBy" -> "lena.hoffmann";
            case "days", "probability", "cost", "amount", "minutes", "users" -> "5";
            case "due", "dueAt", "from", "until" -> "2026-03-05";
            case "link" -> "https://meet.example/plant";
            case "points", "parent", "scope" -> "";
            default -> "What is said about " + name;
        };
    }
}
