package org.relevo.project;

import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.relevo.platform.Recurring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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

        @Bean
        Task<Void> projectDaysTask(ObjectProvider<ProjectDays> watch, Clock clock) {
            return Recurring.task(
                    "project-days",
                    Duration.ofMinutes(15),
                    clock,
                    () -> watch.getObject().look());
        }
    }
}
