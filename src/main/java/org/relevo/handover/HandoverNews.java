package org.relevo.handover;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.relevo.project.Projects;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.springframework.stereotype.Component;

/** Tells what happens to a handover on its own timeline and on its project's. */
@Component
class HandoverNews {

    private final Timeline timeline;
    private final Projects projects;
    private final Clock clock;

    HandoverNews(Timeline timeline, Projects projects, Clock clock) {
        this.timeline = timeline;
        this.projects = projects;
        this.clock = clock;
    }

    void tell(Handover handover, String kind, String text, String by, @Nullable String reason) {
        note(handover, kind, text, by, reason);
        var project = projects.get(handover.project()).number();
        if (project != null) {
            timeline.append(
                    project,
                    new TimelineEvent(clock.instant(), kind, "%s: %s".formatted(handover.number(), text), by, reason));
        }
    }

    /** On its own timeline only. */
    void note(Handover handover, String kind, String text, String by, @Nullable String reason) {
        timeline.append(handover.number(), new TimelineEvent(clock.instant(), kind, text, by, reason));
    }
}
