package org.relevo.project.status;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.project.Project;
import org.relevo.project.Projects;
import org.relevo.project.money.Entered;
import org.relevo.rules.StatusColour;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is declared of a project beside what is computed, and where the two disagree. */
@Component
public class ProjectStatus {

    private static final int SENTENCE = 300;
    private static final int EXPLANATION = 1_000;

    private final Projects projects;
    private final WorkItems workItems;
    private final Timeline timeline;
    private final StatusFigures figures;
    private final StatusComputing computing;
    private final DeclarationRows rows;
    private final ContradictionRows contradictions;
    private final StatusWatch watch;
    private final StatusQuestions questions;
    private final Clock clock;

    ProjectStatus(
            Projects projects,
            WorkItems workItems,
            Timeline timeline,
            StatusFigures figures,
            StatusComputing computing,
            DeclarationRows rows,
            ContradictionRows contradictions,
            StatusWatch watch,
            StatusQuestions questions,
            Clock clock) {
        this.projects = projects;
        this.workItems = workItems;
        this.timeline = timeline;
        this.figures = figures;
        this.computing = computing;
        this.rows = rows;
        this.contradictions = contradictions;
        this.watch = watch;
        this.questions = questions;
        this.clock = clock;
    }

    /** What the figures say now; time, cost, scope and overall, in this order. */
    public List<Computed> computed(Project project) {
        var computed = computing.of(figures.of(project));
        return StatusComputing.aspects().stream()
                .map(one -> Objects.requireNonNull(computed.get(one)))
                .toList();
    }

    public Optional<Declaration> declared(Project project) {
        return rows.latest(project.key());
    }

    /** The newest first; page counted from 0. */
    public List<Declaration> history(Project project, int page, int size) {
        return rows.of(project.key(), page, size);
    }

    public long count(Project project) {
        return rows.count(project.key());
    }

    /** The newest first. */
    public List<Contradiction> contradictions(Project project, int most) {
        return contradictions.of(project.key(), most);
    }

    /**
     * Declares a status. What is sent twice is declared once.
     *
     * @param typed for each aspect (time, cost, scope, overall) its colour, and under {@code <aspect>_text} a sentence
     */
    @Transactional
    public void declare(String key, Map<String, String> typed, Actor by) {
        var project = locked(key);
        project.requireLead(by);
        var in = new Entered(typed);
        var said = new ArrayList<Declaration.Said>();
        for (var one : computed(project)) {
            var field = one.aspect().name().toLowerCase(java.util.Locale.ROOT);
            said.add(new Declaration.Said(
                    one.aspect(),
                    in.one(field, StatusColour.class),
                    in.needed(field + "_text", SENTENCE),
                    one.colour(),
                    one.reasons()));
        }
        in.check();
        var before = rows.latest(key);
        if (before.isPresent() && before.get().by().equals(by.name()) && same(before.get(), said)) {
            return;
        }
        var now = clock.instant();
        rows.add(project.key(), said, by.name(), now);
        timeline.append(
                Objects.requireNonNull(project.number()),
                new TimelineEvent(
                        now,
                        "STATUS_DECLARED",
                        "Status declared: "
                                + String.join(
                                        ", ",
                                        said.stream()
                                                .map(one -> one.aspect() + " " + one.colour())
                                                .toList()),
                        by.name(),
                        said.get(said.size() - 1).sentence()));
        watch.look(project);
    }

    /** Nothing new is said where neither the words nor the figures have changed. */
    private static boolean same(Declaration before, List<Declaration.Said> said) {
        return said.stream().allMatch(one -> {
            var other = before.of(one.aspect());
            return other != null
                    && other.colour() == one.colour()
                    && other.computed() == one.computed()
                    && other.sentence().equals(one.sentence());
        });
    }

    /** Says why a status is better than its figures; the sponsor reads it. The process acts for who has its task. */
    @Transactional
    public void explain(String key, long id, String explanation, Actor by) {
        var project = locked(key);
        var one = contradictions
                .find(id)
                .filter(found -> found.project().equals(project.key()))
                .orElseThrow(() -> new Refusal.NotFound(
                        "%s has no such question. Its status page lists those it has.".formatted(project.name())));
        if (by.kind() == Actor.Kind.PERSON && !by.name().equals(one.author()) && !by.has(Role.PROJECT_MANAGER)) {
            project.requireLead(by);
        }
        if (!one.open()) {
            throw new Refusal.Conflict(
                    "That was settled already: %s. Declare a new status if it is no longer so.".formatted(one.text()));
        }
        var in = new Entered(Map.of("explanation", explanation));
        var text = in.needed("explanation", EXPLANATION);
        in.check();
        questions.explained(project, one, text, by.name());
    }

    /** The project of a question. */
    public String projectOf(long contradiction) {
        return contradictions
                .find(contradiction)
                .map(Contradiction::project)
                .orElseThrow(() -> new Refusal.NotFound("There is no such question. Look at the project's status."));
    }

    private Project locked(String key) {
        var before = projects.get(key);
        var number = before.number();
        if (number == null) {
            throw new Refusal.Conflict("%s has no case yet. Save it once more.".formatted(before.name()));
        }
        workItems.locked(number);
        return projects.get(before.key());
    }
}
