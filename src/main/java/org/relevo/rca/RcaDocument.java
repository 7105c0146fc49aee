package org.relevo.rca;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * An analysis as it is kept: everything that somebody wrote, without what can be read elsewhere.
 *
 * @param whys one line each, indented by how deep they lie
 * @param actions one line each
 */
record RcaDocument(Map<String, String> sections, List<String> whys, List<String> actions) {

    private static final JsonMapper JSON = JsonMapper.shared();
    static final RcaDocument EMPTY = new RcaDocument(Map.of(), List.of(), List.of());

    static RcaDocument of(RcaContent content) {
        var sections = new TreeMap<String, String>();
        content.texts().values().forEach(text -> sections.put(text.section().name(), text.text()));
        return new RcaDocument(
                sections,
                content.whys().stream().map(RcaDocument::line).toList(),
                content.actions().stream()
                        .map(action -> "%s %s (%s, due %s)"
                                .formatted(action.number(), action.title(), action.owner(), action.dueAt()))
                        .toList());
    }

    private static String line(RcaContent.Why why) {
        return "%s%s%s%s"
                .formatted(
                        "    ".repeat(why.depth()),
                        why.text(),
                        why.event() == null ? "" : " [#%d]".formatted(why.event()),
                        why.action() == null ? "" : " [%s]".formatted(why.action()));
    }

    /** The whole of it, line by line, each part under its heading. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        for (var section : Section.values()) {
            var text = sections.get(section.name());
            if (text != null && !text.isBlank()) {
                lines.add("== " + section.name());
                lines.addAll(Arrays.asList(text.split("\r?\n")));
            }
        }
        lines.add("== WHYS");
        lines.addAll(whys);
        lines.add("== ACTIONS");
        lines.addAll(actions);
        return List.copyOf(lines);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static RcaDocument read(String json) {
        return JSON.readValue(json, RcaDocument.class);
    }
}
