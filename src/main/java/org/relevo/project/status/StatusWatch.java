package org.relevo.project.status;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.SchedulableTaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.TimedRows;
import org.relevo.platform.TimedWork;
import org.relevo.project.Project;
import org.relevo.project.ProjectClosed;
import org.relevo.project.ProjectLooked;
import org.relevo.project.Projects;
import org.relevo.rules.ContradictionFact;
import org.relevo.rules.DecisionLog;
import org.relevo.rules.Fact;
import org.relevo.rules.QuestionStatus;
import org.relevo.rules.RuleBook;
import org.relevo.rules.Topic;
import org.relevo.workitem.WorkItems;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Holds what was declared of projects against what is computed, and sees to it that what disagrees for long is asked about. */
@Component
class StatusWatch implements TimedWork {

    static final String TASK = "status-contradiction";

    private final TimedRows timed;
    private final Projects projects;
    private final WorkItems workItems;
    private final StatusFigures figures;
    private final StatusComputing computing;
    private final DeclarationRows declarations;
    private final ContradictionRows rows;
    private final StatusQuestions questions;
    private final RuleBook ruleBook;
    private final DecisionLog decisions;
    private final SchedulerClient scheduler;
    private final Clock clock;

    StatusWatch(
            JdbcTemplate jdbc,
            Projects projects,
            WorkItems workItems,
            StatusFigures figures,
            StatusComputing computing,
            DeclarationRows declarations,
            ContradictionRows rows,
            StatusQuestions questions,
            RuleBook ruleBook,
            DecisionLog decisions,
            SchedulerClient scheduler,
            Clock clock) {
        this.timed = new TimedRows(jdbc, "status_contradiction", TASK);
        this.projects = projects;
        this.workItems = workItems;
        this.figures = figures;
        this.computing = computing;
        this.declarations = declarations;
        this.rows = rows;
        this.questions = questions;
        this.ruleBook = ruleBook;
        this.decisions = decisions;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** After the warnings, which count. */
    @EventListener
    @Order(200)
    @Transactional
    public void on(ProjectLooked looked) {
        look(projects.get(looked.project()));
    }

    /** Nobody is asked about a project that has ended. */
    @EventListener
    @Transactional
    public void on(ProjectClosed closed) {
        look(projects.get(closed.project()));
    }

    /** In a transaction that holds the project's case. */
    void look(Project project) {
        var latest = declarations.latest(project.key());
        if (latest.isEmpty() || project.number() == null) {
            return;
        }
        var open = rows.open(project.key());
        if (!project.active()) {
            open.forEach(one -> questions.end(one, "CLOSED", "the project is closed"));
            return;
        }
        var computed = computing.of(figures.of(project));
        for (var said : latest.get().said()) {
            var now = Objects.requireNonNull(computed.get(said.aspect()));
            var before =
                    open.stream().filter(one -> one.aspect() == said.aspect()).findFirst();
            var contradicts = now.colour() != null && said.colour().betterThan(now.colour());
            if (before.isEmpty() && contradicts) {
                begin(project, latest.get(), said, now);
            } else if (before.isPresent() && !contradicts) {
                questions.end(
                        before.get(),
                        "AGREED",
                        "declared %s, computed %s".formatted(said.colour(), now.colour() == null ? "–" : now.colour()));
            } else if (before.isPresent()
                    && (before.get().computed() != now.colour() || before.get().declared() != said.colour())) {
                rows.worsened(before.get().id(), latest.get(), said.colour(), now);
            }
        }
    }

    private void begin(Project project, Declaration latest, Declaration.Said said, Computed computed) {
        var colour = Objects.requireNonNull(computed.colour());
        if (rows.explained(latest.id(), said.aspect(), colour)) {
            return;
        }
        var now = clock.instant();
        var number = Objects.requireNonNull(project.number());
        List<Fact> facts = List.of(new ContradictionFact(said.aspect(), said.colour(), colour));
        var outcome = ruleBook.decide(facts);
        decisions.record(number.value(), Topic.STATUS, facts, outcome, now);
        outcome.one(QuestionStatus.class).ifPresent(question -> {
            var askAt = questions.after(question.ask(), project, now);
            var id = rows.add(latest, number, said, computed, question, now, askAt);
            scheduler.schedule(execution(id, askAt));
            var one = rows.find(id).orElseThrow();
            questions.tell(one, "STATUS_CONTRADICTED", one.text(), StatusQuestions.BY, String.join(" ", one.reasons()));
        });
    }

    /** Asks or tells when it is time. Doing it again changes nothing. Answers when to look again. */
    @Transactional
    public @Nullable Instant due(long id) {
        var found = rows.find(id);
        if (found.isEmpty()) {
            return null;
        }
        workItems.locked(found.get().number());
        var now = clock.instant();
        var next = timed.nextAt(id);
        if (next.isEmpty() || next.get().isAfter(now)) {
            return next.orElse(null);
        }
        var project = projects.get(found.get().project());
        look(project);
        var one = rows.find(id).orElseThrow();
        if (!one.open()) {
            return null;
        }
        if (one.askedAt() == null) {
            return questions.ask(project, one, now);
        }
        questions.tellSponsor(project, one, now);
        return null;
    }

    private static SchedulableTaskInstance<Void> execution(long id, Instant at) {
        return new SchedulableTaskInstance<>(new TaskInstance<Void>(TASK, String.valueOf(id), () -> null, 50), at);
    }

    @Override
    public String kind() {
        return TASK;
    }

    @Override
    public TimedRows rows() {
        return timed;
    }

    @Override
    @Transactional
    public Optional<Overdue> rescue(long id, Instant dueBefore) {
        var late = timed.take(id, dueBefore);
        if (late.isPresent()) {
            var next = due(id);
            if (next != null) {
                rearm(id);
            }
        }
        return late;
    }

    @Override
    @Transactional
    public void rearm(long id) {
        timed.nextAt(id)
                .ifPresent(next -> scheduler.schedule(
                        execution(id, next), SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE));
    }
}
