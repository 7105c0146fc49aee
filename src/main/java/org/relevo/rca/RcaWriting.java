package org.relevo.rca;

import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.workitem.WorkItemNumber;

/** Writing an analysis. Whoever changes a text says which version they have read; the second of two is told. */
public interface RcaWriting {

    /** Drafts every section that has no text yet. */
    void draft(WorkItemNumber number, Actor by);

    /** Writes a section; refused where somebody has written it since that version. */
    void edit(WorkItemNumber number, Section section, int version, String text, Actor by);

    /** Drafts a section again from the timeline. What was written before stays among its texts. */
    void redraft(WorkItemNumber number, Section section, Actor by);

    /** Adds an answer under a why, or the first question where there is no parent. */
    void addWhy(WorkItemNumber number, @Nullable Long parent, Answer answer, Actor by);

    /**
     * Changes a why; refused where somebody has changed it meanwhile.
     *
     * @param was the text as it was read
     */
    void changeWhy(WorkItemNumber number, long why, String was, Answer answer, Actor by);

    /** Removes a why and whatever lies under it. */
    void removeWhy(WorkItemNumber number, long why, Actor by);

    /**
     * What a why says.
     *
     * @param event id of the event that proves it
     * @param action number of the corrective action that removes it
     */
    record Answer(
            String text, @Nullable Long event, @Nullable String action) {}
}
