package org.relevo.project;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks at each project once in each of its days: what was expected by yesterday and has not come is late today. */
@Component
class ProjectDays {

    private static final Logger log = LoggerFactory.getLogger(ProjectDays.class);

    private final JdbcTemplate jdbc;
    private final Projects projects;
    private final ToleranceWatch watch;
    private final List<EachDay> daily;
    private final Clock clock;

    ProjectDays(JdbcTemplate jdbc, Projects projects, ToleranceWatch watch, List<EachDay> daily, Clock clock) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.watch = watch;
        this.daily = daily;
        this.clock = clock;
    }

    void look() {
        for (var project : projects.all()) {
            var looked = jdbc.queryForList(
                    "select 1 from project where key = ? and looked_on >= ?",
                    Integer.class,
                    project.key(),
                    project.today(clock));
            if (project.active() && looked.isEmpty()) {
                try {
                    watch.look(project.key());
                } catch (RuntimeException e) {
                    log.warn("{} could not be held against its tolerances; it is tried again", project.key(), e);
                }
            }
            if (project.active()) {
                daily.forEach(one -> look(one, project));
            }
        }
    }

    private static void look(EachDay one, Project project) {
        try {
            one.look(project);
        } catch (RuntimeException e) {
            log.warn("{} could not be looked after; it is tried again", project.key(), e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        private static final String TASK = "project-days";
        private static final Duration EVERY = Duration.ofMinutes(15);

        @Bean
        Task<Void> projectDaysTask(ObjectProvider<ProjectDays> days, Clock clock) {
            return Tasks.custom(TASK, Void.class)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(EVERY))
                    .execute((instance, context) -> {
                        days.getObject().look();
                        return (done, operations) ->
                                operations.reschedule(done, clock.instant().plus(EVERY));
                    });
        }
    }

    /** Begins with the first start; where nothing is scheduled, nobody looks. */
    @Component
    @ConditionalOnBooleanProperty(name = "relevo.scheduler.enabled", matchIfMissing = true)
    static class Beginning {

        private final SchedulerClient scheduler;
        private final Clock clock;

        Beginning(SchedulerClient scheduler, Clock clock) {
            this.scheduler = scheduler;
            this.clock = clock;
        }

        @EventListener(ApplicationReadyEvent.class)
        void begin() {
            scheduler.scheduleIfNotExists(SchedulableInstance.of(
                    new TaskInstance<Void>(Schedule.TASK, "all", () -> null, 10), clock.instant()));
        }
    }
}
