package org.relevo.incident.crisis;

import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people say to each other about a case; it stands in its timeline. */
@Component
public class Comments {

    private static final int LONGEST = 4000;

    private final CrisisLog log;

    Comments(CrisisLog log) {
        this.log = log;
    }

    /**
     * @param once names the form that was sent, so that the same form says it once; null where the sender vouches for it
     */
    @Transactional
    public void say(WorkItemNumber number, @Nullable String text, @Nullable String once, Actor by) {
        log.worked(number, by);
        var said = CrisisLog.text("comment", text, LONGEST, "Write what the others should know.");
        if (log.first(number, "comment", once, by)) {
            log.tell(number, "COMMENTED", said, by, null);
        }
    }
}
