package org.relevo.project;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Objects;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.platform.Refusal.FieldProblem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says what a project delivers, and how far that is. */
@Component
public class Scope {

    private final JdbcTemplate jdbc;
    private final Plans plans;
    private final ProjectCases cases;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Scope(
            JdbcTemplate jdbc,
            Plans plans,
            ProjectCases cases,
            People people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.cases = cases;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** What is entered of an item, as typed; the weight is 1 where none is given. */
    public record Form(
            String kind,
            String name,
            String description,
            String weight,
            String stage,
            String milestone,
            String owner) {}

    @Transactional
    public void add(String key, Form form, Actor by) {
        var project = cases.locked(key);
        project.requireLead(by);
        var problems = new ArrayList<FieldProblem>();
        var kind = Typed.one("kind", form.kind(), ScopeItem.Kind.class, problems);
        var name = Typed.text("name", form.name(), 150, problems);
        var weight = Typed.number("weight", form.weight().isBlank() ? "1" : form.weight(), problems);
        var stage = form.stage().isBlank() ? null : Typed.id("stage", form.stage(), problems);
        var milestone = form.milestone().isBlank() ? null : Typed.id("milestone", form.milestone(), problems);
        if (form.description().length() > 2000) {
            problems.add(new FieldProblem("description", "Shorten it to 2,000 characters."));
        }
        if (weight != null && weight.precision() - weight.scale() > 7) {
            problems.add(new FieldProblem("weight", "Give a weight below 10,000,000."));
        }
        if (stage != null && plans.stages(project.key()).stream().noneMatch(one -> one.id() == stage)) {
            problems.add(new FieldProblem("stage", "Choose one of the list."));
        }
        if (milestone != null && plans.milestones(project.key()).stream().noneMatch(one -> one.id() == milestone)) {
            problems.add(new FieldProblem("milestone", "Choose one of the list."));
        }
        if (plans.scope(project.key()).stream().anyMatch(one -> one.name().equals(name))) {
            problems.add(new FieldProblem("name", "There is an item of that name already. Choose another."));
        }
        if (!form.owner().isBlank() && people.find(form.owner().strip()).isEmpty()) {
            problems.add(new FieldProblem("owner", "Nobody has the username \"%s\".".formatted(form.owner())));
        }
        Typed.check(problems);
        jdbc.update(
                """
                        insert into project_scope_item (project, stage, milestone, kind, name, description, weight, owner)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""",
                project.key(),
                stage,
                milestone,
                Objects.requireNonNull(kind).name(),
                name,
                form.description().strip(),
                weight,
                form.owner().isBlank() ? null : form.owner().strip());
        cases.tell(project, "SCOPE_PLANNED", "To be delivered: " + name, by.name(), null);
        changed(project, name);
    }

    /** Says how far an item is. Giving it up needs a reason, because it is a departure from what was promised. */
    @Transactional
    public void move(String key, long id, String state, String reason, Actor by) {
        var project = cases.locked(key);
        project.requireLead(by);
        var item = plans.scopeItem(project.key(), id);
        var problems = new ArrayList<FieldProblem>();
        var next = Typed.one("state", state, ScopeItem.State.class, problems);
        if (next == ScopeItem.State.REMOVED || reason.length() > Typed.REASON) {
            Typed.text("reason", reason, Typed.REASON, problems);
        }
        Typed.check(problems);
        if (next == null || next == item.state()) {
            return;
        }
        jdbc.update("update project_scope_item set state = ? where id = ?", next.name(), id);
        cases.tell(
                project,
                "SCOPE_" + next.name(),
                "%s: %s → %s".formatted(item.name(), word(item.state()), word(next)),
                by.name(),
                reason.isBlank() ? null : reason.strip());
        changed(project, item.name());
    }

    private void changed(Project project, String what) {
        events.publishEvent(new OutlookChanged(project.key(), what, clock.instant()));
    }

    private static String word(ScopeItem.State state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }
}
