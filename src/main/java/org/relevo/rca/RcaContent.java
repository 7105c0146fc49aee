package org.relevo.rca;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an analysis consists of.
 *
 * @param incidents the incident that demanded it, then those that repeated it
 * @param whys the tree, each before what lies under it
 * @param events what its texts and whys may point at, oldest first
 */
public record RcaContent(
        List<About> incidents,
        List<Reason> reasons,
        Map<Section, Text> texts,
        List<Why> whys,
        List<CorrectiveAction> actions,
        List<Comment> comments,
        List<Version> versions,
        List<Event> events) {

    /** An incident that it is about. */
    public record About(
            String incident, boolean repeated, @Nullable String overdueAction) {}

    /** Why a rule demanded it. */
    public record Reason(String rule, String because, String incident, Instant at) {}

    /**
     * The newest text of a section.
     *
     * @param version what an editor names to say which text they have changed
     * @param drafted whether Relevo wrote it
     */
    public record Text(Section section, int version, String text, boolean drafted, String by, Instant at) {}

    /**
     * A why.
     *
     * @param depth 0 for the first question
     * @param event id of the event it points at
     * @param action number of the corrective action it points at
     */
    public record Why(
            long id,
            @Nullable Long parent,
            int depth,
            boolean leaf,
            String text,
            @Nullable Long event,
            @Nullable String action) {

        /** A branch that ends without evidence. */
        public boolean loose() {
            return leaf && event == null && action == null;
        }
    }

    public record Comment(Instant at, String by, String text) {}

    /**
     * The analysis as it was at one moment, for good.
     *
     * @param verb {@code SUBMITTED}, {@code RETURNED} or {@code APPROVED}
     */
    public record Version(
            int version, String verb, @Nullable String reason, String by, Instant at) {}

    /** An event of the timeline of one of its incidents. */
    public record Event(
            long id,
            String incident,
            Instant at,
            String kind,
            String text,
            String by,
            @Nullable String reason) {}

    /** The text of a section, empty where nobody has written any. */
    public String text(Section section) {
        var text = texts.get(section);
        return text == null ? "" : text.text();
    }
}
