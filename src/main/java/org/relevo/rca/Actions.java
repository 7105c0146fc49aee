package org.relevo.rca;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.workitem.WorkItemNumber;

/** All corrective actions. Their clocks go on when the incident and its analysis are closed. */
public interface Actions {

    Optional<CorrectiveAction> find(WorkItemNumber number);

    /** One page of actions, the oldest that are due first; page counted from 0. */
    List<CorrectiveAction> find(Filter filter, int page, int size);

    long count(Filter filter);

    /** Plans an action with an owner and a due date of its own. */
    CorrectiveAction plan(WorkItemNumber rca, Plan plan, Actor by);

    /** Says that it is done. Its quiet window begins. */
    CorrectiveAction done(WorkItemNumber number, String note, Actor by);

    /** The usernames of those who own an action. */
    List<String> owners();

    /** The repeats that an action, done in time, could have prevented. */
    Preventable preventable();

    /**
     * Which actions are looked for; what is null does not narrow the search.
     *
     * @param open true for those that are not done, false for the others
     * @param oldest whether the oldest stand first; otherwise what is due first
     */
    record Filter(
            @Nullable Boolean open,
            @Nullable String owner,
            @Nullable String text,
            boolean oldest) {

        public Filter(@Nullable Boolean open, @Nullable String owner, @Nullable String text) {
            this(open, owner, text, false);
        }
    }

    /**
     * What is planned. With neither days nor a date the table of targets says when it is due.
     *
     * @param owner username
     * @param days business days from now
     * @param date the last day, in the owner's zone
     */
    record Plan(
            String title,
            String owner,
            @Nullable Integer days,
            @Nullable LocalDate date) {}

    /** Incidents that repeated an earlier one while a corrective action of that one was overdue, and how long they took. */
    record Preventable(long incidents, Duration time) {}
}
