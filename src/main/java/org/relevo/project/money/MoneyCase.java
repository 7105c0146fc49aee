package org.relevo.project.money;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.project.OutlookChanged;
import org.relevo.project.Project;
import org.relevo.project.Projects;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What every change of a project's figures begins and ends with. */
@Component
public class MoneyCase {

    private final Projects projects;
    private final WorkItems workItems;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MoneyCase(
            Projects projects, WorkItems workItems, Timeline timeline, ApplicationEventPublisher events, Clock clock) {
        this.projects = projects;
        this.workItems = workItems;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** The project with its case locked, so that changes of one follow each other; refused for who does not lead it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Project led(String key, Actor by) {
        var before = projects.get(key);
        before.requireLead(by);
        if (before.number() != null) {
            workItems.locked(before.number());
        }
        var project = projects.get(before.key());
        project.requireLead(by);
        return project;
    }

    /** Tells the project's case, and has its tolerances looked at again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(Project project, String kind, String text, Actor by, @Nullable String reason) {
        var now = clock.instant();
        if (project.number() != null) {
            timeline.append(project.number(), new TimelineEvent(now, kind, text, by.name(), reason));
        }
        events.publishEvent(new OutlookChanged(project.key(), text, now));
    }
}
