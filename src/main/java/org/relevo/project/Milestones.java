package org.relevo.project;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal.FieldProblem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans the stages and milestones of a project, and moves their dates: each change with its reason. */
@Component
public class Milestones {

    /** Beyond so many, a plan is drawn and read no longer. */
    private static final int MOST = 500;

    private final PlanRows rows;
    private final Plans plans;
    private final ProjectCases cases;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Milestones(PlanRows rows, Plans plans, ProjectCases cases, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.plans = plans;
        this.cases = cases;
        this.events = events;
        this.clock = clock;
    }

    /** Adds a stage behind those that there are. Dates are written as 2026-01-31. */
    @Transactional
    public void addStage(String key, String name, String start, String end, Actor by) {
        var project = led(key, by);
        var problems = new ArrayList<FieldProblem>();
        var called = Typed.text("name", name, 100, problems);
        var from = Typed.date("start", start, problems);
        var to = Typed.date("end", end, problems);
        if (from != null && to != null && to.isBefore(from)) {
            problems.add(new FieldProblem("end", "It ends before it begins. Give a later date."));
        }
        if (plans.stages(project.key()).stream().anyMatch(one -> one.name().equals(called))) {
            problems.add(new FieldProblem("name", "There is a stage of that name already. Choose another."));
        }
        Typed.check(problems);
        rows.addStage(project.key(), called, Objects.requireNonNull(from), Objects.requireNonNull(to));
        cases.tell(
                project, "STAGE_PLANNED", "Stage planned: %s, %s to %s".formatted(called, from, to), by.name(), null);
        changed(project, "stage " + called);
    }

    /** Plans a milestone; its baseline is its first forecast. */
    @Transactional
    public long add(String key, String name, String stage, String baseline, Actor by) {
        var project = led(key, by);
        var problems = new ArrayList<FieldProblem>();
        var called = Typed.text("name", name, 150, problems);
        var day = Typed.date("baseline", baseline, problems);
        var part = stage.isBlank() ? null : Typed.id("stage", stage, problems);
        var there = plans.milestones(project.key());
        if (there.stream().anyMatch(one -> one.name().equals(called))) {
            problems.add(new FieldProblem("name", "There is a milestone of that name already. Choose another."));
        }
        if (part != null && plans.stages(project.key()).stream().noneMatch(one -> one.id() == part)) {
            problems.add(new FieldProblem("stage", "Choose one of the list."));
        }
        if (there.size() >= MOST) {
            problems.add(new FieldProblem("name", "A project has at most %d milestones.".formatted(MOST)));
        }
        Typed.check(problems);
        var id = rows.addMilestone(project.key(), part, called, Objects.requireNonNull(day));
        cases.tell(project, "MILESTONE_PLANNED", "Milestone planned: %s, %s".formatted(called, day), by.name(), null);
        changed(project, "milestone " + called);
        return id;
    }

    /**
     * Moves a date of a milestone, and pushes what waits for it. A baseline is moved by the sponsor only: it is the promise.
     *
     * @param date as 2026-01-31; blank for an actual date that is taken back
     */
    @Transactional
    public void move(String key, long id, String which, String date, String reason, Actor by) {
        var project = led(key, by);
        var before = plans.milestone(project.key(), id);
        var problems = new ArrayList<FieldProblem>();
        var meant = Typed.one("which", which, Milestone.Which.class, problems);
        var takenBack = meant == Milestone.Which.ACTUAL && date.isBlank();
        var day = takenBack ? null : Typed.date("date", date, problems);
        if (meant == Milestone.Which.ACTUAL && day != null && day.isAfter(project.today(clock))) {
            problems.add(
                    new FieldProblem("date", "It cannot have been reached after today. Move its forecast instead."));
        }
        if (meant == Milestone.Which.FORECAST && before.reached()) {
            problems.add(new FieldProblem(
                    "which", "It was reached on %s; there is nothing to forecast.".formatted(before.actual())));
        }
        var because = Typed.text("reason", reason, Typed.REASON, problems);
        if (meant != null && problems.isEmpty() && Objects.equals(before.get(meant), day)) {
            problems.add(new FieldProblem("date", "That is its date already. Give another."));
        }
        Typed.check(problems);
        if (meant == Milestone.Which.BASELINE) {
            project.requireSponsor(by);
        }
        move(project, before, Objects.requireNonNull(meant), day, because, by);
    }

    private void move(
            Project project,
            Milestone before,
            Milestone.Which which,
            @Nullable LocalDate day,
            String because,
            Actor by) {
        var text = "%s: %s %s → %s".formatted(before.name(), word(which), said(before.get(which)), said(day));
        rows.move(before, which, day, because, by.name(), clock.instant());
        cases.tell(project, "MILESTONE_MOVED", text, by.name(), because);
        if (which != Milestone.Which.BASELINE) {
            push(project, before.id(), by);
        }
        changed(project, "milestone " + before.name());
    }

    /** Lets one milestone wait for another; a blank lag keeps as many days between them as their baselines have. */
    @Transactional
    public void link(String key, String before, String after, String lag, Actor by) {
        var project = led(key, by);
        var problems = new ArrayList<FieldProblem>();
        var all = plans.milestones(project.key());
        var first = chosen("before", before, all, problems);
        var second = chosen("after", after, all, problems);
        if (!lag.isBlank() && !lag.strip().matches("[0-9]{1,4}")) {
            problems.add(new FieldProblem("lag", "Give whole days from 0 to 9999, or nothing."));
        }
        var links = plans.dependencies(project.key());
        if (first != null && second != null && Slips.waits(first.id(), second.id(), links)) {
            problems.add(new FieldProblem(
                    "after",
                    first.id() == second.id()
                            ? "A milestone cannot wait for itself. Choose another."
                            : "\"%s\" already waits for \"%s\"; they cannot wait for each other."
                                    .formatted(first.name(), second.name())));
        }
        Typed.check(problems);
        var from = Objects.requireNonNull(first);
        var to = Objects.requireNonNull(second);
        var gap = (int) Math.max(0, from.baseline().until(to.baseline(), ChronoUnit.DAYS));
        rows.link(
                project.key(), new Dependency(from.id(), to.id(), lag.isBlank() ? gap : Integer.parseInt(lag.strip())));
        push(project, from.id(), by);
        changed(project, "what " + to.name() + " waits for");
    }

    @Transactional
    public void unlink(String key, long before, long after, Actor by) {
        rows.unlink(led(key, by).key(), before, after);
    }

    private void push(Project project, long from, Actor by) {
        var moved = Slips.from(from, plans.milestones(project.key()), plans.dependencies(project.key()));
        for (var one : moved) {
            var was = one.milestone();
            rows.move(was, Milestone.Which.FORECAST, one.forecast(), one.because(), by.name(), clock.instant());
            cases.tell(
                    project,
                    "MILESTONE_MOVED",
                    "%s: forecast %s → %s".formatted(was.name(), was.forecast(), one.forecast()),
                    by.name(),
                    one.because());
        }
    }

    private static @Nullable Milestone chosen(
            String field, String typed, List<Milestone> all, List<FieldProblem> problems) {
        var id = Typed.id(field, typed, problems);
        var found = all.stream().filter(one -> id != null && one.id() == id).findFirst();
        if (id != null && found.isEmpty()) {
            problems.add(new FieldProblem(field, "Choose one of the list."));
        }
        return found.orElse(null);
    }

    private Project led(String key, Actor by) {
        var project = cases.locked(key);
        project.requireLead(by);
        return project;
    }

    private void changed(Project project, String what) {
        events.publishEvent(new OutlookChanged(project.key(), what, clock.instant()));
    }

    private static String word(Milestone.Which which) {
        return which.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String said(@Nullable LocalDate day) {
        return day == null ? "none" : day.toString();
    }
}
