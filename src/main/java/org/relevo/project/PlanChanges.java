package org.relevo.project;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives parts of a plan other names, and takes out those that nothing rests on; the project's timeline keeps both. */
@Component
public class PlanChanges {

    private static final int NAMED = 5;

    private final JdbcClient jdbc;
    private final ProjectCases cases;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlanChanges(JdbcClient jdbc, ProjectCases cases, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.events = events;
        this.clock = clock;
    }

    /** A name that it has already changes nothing, so that pressing twice is told once. */
    @Transactional
    public void rename(String key, PlanPart part, long id, String name, String reason, Actor by) {
        var project = led(key, by);
        var before = name(project, part, id);
        var problems = new ArrayList<FieldProblem>();
        var called = Typed.text("name", name, part.longest, problems);
        var because = Typed.text("reason", reason, Typed.REASON, problems);
        if (!called.equals(before) && taken(project, part, called)) {
            problems.add(new FieldProblem(
                    "name", "There is a %s of that name already. Choose another.".formatted(part.word)));
        }
        Typed.check(problems);
        if (called.equals(before)) {
            return;
        }
        jdbc.sql("update %s set name = ? where id = ?".formatted(part.table))
                .params(called, id)
                .update();
        told(project, part, "RENAMED", "%s renamed: %s → %s".formatted(title(part), before, called), because, by);
    }

    /**
     * Takes it out of the plan. What is planned is promised, so it is the sponsor who lets it go.
     *
     * @param confirmed whether the one who asks has said once more that it is meant
     */
    @Transactional
    public void delete(String key, PlanPart part, long id, boolean confirmed, String reason, Actor by) {
        var project = led(key, by);
        var name = name(project, part, id);
        project.requireSponsor(by);
        var problems = new ArrayList<FieldProblem>();
        var because = Typed.text("reason", reason, Typed.REASON, problems);
        if (!confirmed) {
            problems.add(new FieldProblem("confirmed", "Confirm that it is to be deleted for good."));
        }
        var resting = resting(part, id);
        if (!resting.isEmpty()) {
            problems.add(new FieldProblem(
                    "confirmed",
                    "%s \"%s\" cannot be deleted while this rests on it: %s. Change that first."
                            .formatted(title(part), name, said(resting))));
        }
        Typed.check(problems);
        jdbc.sql("delete from %s where id = ?".formatted(part.table)).param(id).update();
        told(project, part, "DELETED", "%s deleted: %s".formatted(title(part), name), because, by);
    }

    private List<String> resting(PlanPart part, long id) {
        return jdbc.sql(part.rests).param("id", id).query(String.class).list();
    }

    private static String said(List<String> resting) {
        var named = String.join(", ", resting.subList(0, Math.min(NAMED, resting.size())));
        return resting.size() <= NAMED ? named : "%s and %d more".formatted(named, resting.size() - NAMED);
    }

    private boolean taken(Project project, PlanPart part, String name) {
        return jdbc.sql("select exists (select 1 from %s where project = ? and name = ?)".formatted(part.table))
                .params(project.key(), name)
                .query(Boolean.class)
                .single();
    }

    private String name(Project project, PlanPart part, long id) {
        return jdbc.sql("select name from %s where project = ? and id = ?".formatted(part.table))
                .params(project.key(), id)
                .query(String.class)
                .optional()
                .orElseThrow(
                        () -> new Refusal.NotFound("%s has no %s %d, or has it no longer. Its page lists those it has."
                                .formatted(project.key(), part.word, id)));
    }

    private void told(Project project, PlanPart part, String verb, String text, String because, Actor by) {
        cases.tell(project, part.name() + "_" + verb, text, by.name(), because);
        events.publishEvent(new OutlookChanged(project.key(), text, clock.instant()));
    }

    private Project led(String key, Actor by) {
        var project = cases.locked(key);
        project.requireLead(by);
        return project;
    }

    private static String title(PlanPart part) {
        return part.word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + part.word.substring(1);
    }
}
