package org.relevo.project.exception;

import java.util.List;
import java.util.Map;
import org.relevo.people.Actor;
import org.relevo.workitem.WorkItemNumber;

/** Writing an exception report while it is not submitted. */
public interface ExceptionWriting {

    /** Every text that its sections ever had, the newest of each section first. */
    List<ExceptionContent.Text> texts(WorkItemNumber number);

    /** Drafts from the figures whatever nobody has written yet. */
    void draft(WorkItemNumber number, Actor by);

    /** Drafts a section from the figures; what stood there is kept as an earlier version. */
    void redraft(WorkItemNumber number, ExceptionSection section, Actor by);

    /** Writes a section. Refused where somebody else has written it after {@code version}. */
    void edit(WorkItemNumber number, ExceptionSection section, int version, String text, Actor by);

    /** Lets an earlier version of a section stand again. */
    void restore(WorkItemNumber number, ExceptionSection section, int version, Actor by);

    /**
     * Adds an option.
     *
     * @param typed title, days, cost, scope, risks, and recommended where it is so
     */
    void addOption(WorkItemNumber number, Map<String, String> typed, Actor by);

    /** Changes an option; refused where somebody else has changed it after the version that {@code typed} names. */
    void changeOption(WorkItemNumber number, long option, Map<String, String> typed, Actor by);

    void removeOption(WorkItemNumber number, long option, Actor by);
}
