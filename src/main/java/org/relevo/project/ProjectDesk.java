package org.relevo.project;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import org.relevo.commitment.Commitments;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Role;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins, changes and closes projects, and says who works on them. */
@Component
public class ProjectDesk {

    private final JdbcTemplate jdbc;
    private final Projects projects;
    private final ProjectCases cases;
    private final Commitments commitments;
    private final People people;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProjectDesk(
            JdbcTemplate jdbc,
            Projects projects,
            ProjectCases cases,
            Commitments commitments,
            People people,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.cases = cases;
        this.commitments = commitments;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    public static void requireCreate(Actor by) {
        by.require(Role.PROJECT_MANAGER, Role.ADMIN);
    }

    @Transactional
    public Project create(ProjectForm form, Actor by) {
        requireCreate(by);
        var project = form.check(people, null);
        var added = jdbc.update(
                """
                        insert into project (key, name, description, manager, sponsor, currency, zone, starts_on,
                            created_at, created_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                project.key(),
                project.name(),
                project.description(),
                project.manager(),
                project.sponsor(),
                project.currency().getCurrencyCode(),
                project.zone().getId(),
                project.startsOn(),
                Timestamp.from(clock.instant()),
                by.name());
        if (added == 0) {
            throw new Refusal.Invalid(
                    "key", "There is a project %s already. Choose another key.".formatted(project.key()));
        }
        audit.record(by.name(), "project created", project.key(), null);
        return cases.opened(projects.get(project.key()), by.name());
    }

    @Transactional
    public Project change(String key, ProjectForm typed, Actor by) {
        var before = cases.locked(key);
        before.requireLead(by);
        var project = typed.check(people, before);
        jdbc.update(
                """
                        update project set name = ?, description = ?, manager = ?, sponsor = ?, currency = ?, zone = ?,
                            starts_on = ? where key = ?""",
                project.name(),
                project.description(),
                project.manager(),
                project.sponsor(),
                project.currency().getCurrencyCode(),
                project.zone().getId(),
                project.startsOn(),
                before.key());
        audit.record(by.name(), "project changed", before.key(), null);
        cases.rewrite(project);
        events.publishEvent(new OutlookChanged(before.key(), "the project", clock.instant()));
        return project;
    }

    /** What it promised is no longer owed. */
    @Transactional
    public void close(String key, String reason, Actor by) {
        var project = cases.locked(key);
        project.requireLead(by);
        var problems = new ArrayList<FieldProblem>();
        var because = Typed.text("reason", reason, Typed.REASON, problems);
        Typed.check(problems);
        var now = clock.instant();
        jdbc.update("update project set state = 'CLOSED' where key = ?", project.key());
        commitments.cancel(ProjectCases.number(project), now);
        cases.close(project, now);
        cases.tell(project, "CLOSED", "%s was closed".formatted(project.name()), by.name(), because);
        audit.record(by.name(), "project closed", project.key(), because);
        events.publishEvent(new ProjectClosed(project.key(), by.name(), now));
    }

    /** Doing it twice changes nothing. */
    @Transactional
    public void join(String key, String person, String role, Actor by) {
        var project = cases.locked(key);
        project.requireLead(by);
        var problems = new ArrayList<FieldProblem>();
        if (people.find(person.strip()).filter(found -> found.enabled()).isEmpty()) {
            problems.add(
                    new FieldProblem("person", "Nobody who can sign in has the username \"%s\".".formatted(person)));
        }
        if (!role.strip().matches("[a-z0-9][a-z0-9-]{0,39}")) {
            problems.add(new FieldProblem(
                    "role", "Give up to 40 lower-case letters, digits and hyphens, such as developer."));
        }
        Typed.check(problems);
        jdbc.update(
                "insert into project_member (project, person, role) values (?, ?, ?) on conflict do nothing",
                project.key(),
                person.strip(),
                role.strip());
    }

    @Transactional
    public void leave(String key, String person, String role, Actor by) {
        var project = cases.locked(key);
        project.requireLead(by);
        jdbc.update(
                "delete from project_member where project = ? and person = ? and role = ?",
                project.key(),
                person,
                role);
    }
}
