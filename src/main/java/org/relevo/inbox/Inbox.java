package org.relevo.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.workitem.WorkItemNumber;

/** The tasks of all cases, as those see them who may do them. */
public interface Inbox {

    /** Which tasks are looked for. */
    enum Tab {
        /** Claimed by the one who looks. */
        MINE,
        /** Open and unclaimed, or claimed by somebody else, in a team or role of the one who looks. */
        TEAMS,
        /** Ended by the one who looks. */
        DONE
    }

    /** One page of tasks, the least time left first; page counted from 0. */
    List<InboxItem> find(Actor who, Tab tab, @Nullable String text, int page, int size);

    long count(Actor who, Tab tab, @Nullable String text);

    /** A task, if the one who asks may see it. */
    Optional<InboxItem> find(String id, Actor who);

    /** All tasks of a case, oldest first. */
    List<InboxItem> of(WorkItemNumber number);

    /** The fields of an open task's form. */
    List<FormField> form(String id, Actor who);

    /** Claims a task. Of two at once one gets it; the other is told who did. */
    InboxItem claim(String id, Actor who);

    InboxItem release(String id, Actor who);

    /** Completes a task that the actor has claimed, with the values of its form. */
    InboxItem complete(String id, Actor who, Map<String, String> values);
}
