package org.relevo.project.exception;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.relevo.project.Projects;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.springframework.stereotype.Component;

/** Tells what happens to a report on its own timeline and on its project's. */
@Component
class ExceptionNews {

    private final Timeline timeline;
    private final Projects projects;
    private final Clock clock;

    ExceptionNews(Timeline timeline, Projects projects, Clock clock) {
        this.timeline = timeline;
        this.projects = projects;
        this.clock = clock;
    }

    void tell(ExceptionReport report, String kind, String text, String by, @Nullable String reason) {
        note(report, kind, text, by, reason);
        var project = projects.get(report.project()).number();
        if (project != null) {
            timeline.append(
                    project,
                    new TimelineEvent(clock.instant(), kind, "%s: %s".formatted(report.number(), text), by, reason));
        }
    }

    /** On its own timeline only. */
    void note(ExceptionReport report, String kind, String text, String by, @Nullable String reason) {
        timeline.append(report.number(), new TimelineEvent(clock.instant(), kind, text, by, reason));
    }
}
