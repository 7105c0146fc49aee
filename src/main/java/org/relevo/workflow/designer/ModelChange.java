package org.relevo.workflow.designer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.workflow.guard.ModelOutline;
import org.relevo.workflow.guard.ModelOutline.Part;

/**
 * What differs between two models at one element. Elements are compared by their ids: an editor moves what was edited to
 * the end of the file.
 *
 * @param was what is no longer said of it
 * @param is what is said of it now
 */
public record ModelChange(
        Kind kind, String element, String tag, @Nullable String name, List<String> was, List<String> is) {

    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** Only drawn elsewhere. */
        MOVED
    }

    static List<ModelChange> between(String before, String after) {
        var old = ModelOutline.of(Models.bytes(before)).parts();
        var now = ModelOutline.of(Models.bytes(after)).parts();
        var changes = new ArrayList<ModelChange>();
        old.forEach((id, part) -> {
            if (!now.containsKey(id)) {
                changes.add(of(Kind.REMOVED, part, part.says(), List.of()));
            }
        });
        now.forEach((id, part) -> {
            var was = old.get(id);
            if (was == null) {
                changes.add(of(Kind.ADDED, part, List.of(), part.says()));
            } else if (!was.says().equals(part.says()) || !was.tag().equals(part.tag())) {
                changes.add(of(Kind.CHANGED, part, less(was.says(), part.says()), less(part.says(), was.says())));
            } else if (!was.drawn().equals(part.drawn())) {
                changes.add(of(Kind.MOVED, part, List.of(), List.of()));
            }
        });
        return changes;
    }

    private static ModelChange of(Kind kind, Part part, List<String> was, List<String> is) {
        return new ModelChange(kind, part.id(), part.tag(), part.name(), was, is);
    }

    private static List<String> less(List<String> all, List<String> those) {
        return all.stream().filter(line -> !those.contains(line)).toList();
    }
}
