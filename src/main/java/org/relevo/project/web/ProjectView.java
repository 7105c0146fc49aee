package org.relevo.project.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.project.Milestone;
import org.relevo.project.Plans;
import org.relevo.project.Project;
import org.relevo.project.ProjectTolerances;
import org.relevo.project.ScopeItem;
import org.relevo.project.Stage;
import org.relevo.project.ToleranceStandings;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the page of a project shows. */
@Component
public class ProjectView {

    private static final int LATEST = 60;

    private final Plans plans;
    private final ProjectTolerances tolerances;
    private final ToleranceStandings standings;
    private final Timeline timeline;
    private final People people;
    private final Clock clock;

    ProjectView(
            Plans plans,
            ProjectTolerances tolerances,
            ToleranceStandings standings,
            Timeline timeline,
            People people,
            Clock clock) {
        this.plans = plans;
        this.tolerances = tolerances;
        this.standings = standings;
        this.timeline = timeline;
        this.people = people;
        this.clock = clock;
    }

    /** A form that was refused: which one, what was typed and what is wrong with it. */
    public record Failed(String form, Map<String, String> typed, Map<String, String> problems) {

        public static final Failed NONE = new Failed("", Map.of(), Map.of());
    }

    /** An entry of the timeline, in the form in which every timeline is shown. */
    public record Entry(
            Instant at,
            boolean newDay,
            String tone,
            String text,
            @Nullable String reason,
            String by) {}

    public record History(List<Entry> events) {}

    String overview(Actor by, Project project, Failed failed, ZoneId zone, Model model) {
        var milestones = plans.milestones(project.key());
        var stages = plans.stages(project.key());
        var today = project.today(clock);
        model.addAttribute("stages", stages);
        model.addAttribute("stageNames", stages.stream().collect(Collectors.toMap(Stage::id, Stage::name)));
        model.addAttribute("milestones", milestones);
        model.addAttribute(
                "milestoneNames", milestones.stream().collect(Collectors.toMap(Milestone::id, Milestone::name)));
        model.addAttribute("gantt", Gantt.of(stages, milestones, today, LocaleContextHolder.getLocale()));
        model.addAttribute("scope", plans.scope(project.key()));
        model.addAttribute("members", plans.members(project.key()));
        model.addAttribute("standings", standings.of(project));
        model.addAttribute("history", history(project.number(), zone));
        model.addAttribute("toleranceHistory", tolerances.history(project.key()));
        model.addAttribute("kinds", ScopeItem.Kind.values());
        model.addAttribute("states", ScopeItem.State.values());
        frame(by, project, failed, model);
        return "project/project";
    }

    String milestone(Actor by, Project project, long id, Failed failed, Model model) {
        var milestones = plans.milestones(project.key());
        model.addAttribute("milestone", plans.milestone(project.key(), id));
        model.addAttribute("milestones", milestones);
        model.addAttribute("names", milestones.stream().collect(Collectors.toMap(Milestone::id, Milestone::name)));
        model.addAttribute(
                "changes",
                plans.changes(project.key()).stream()
                        .filter(one -> one.milestone() == id)
                        .toList());
        var links = plans.dependencies(project.key());
        model.addAttribute(
                "before", links.stream().filter(one -> one.after() == id).toList());
        model.addAttribute(
                "after", links.stream().filter(one -> one.before() == id).toList());
        frame(by, project, failed, model);
        return "project/milestone";
    }

    private void frame(Actor by, Project project, Failed failed, Model model) {
        model.addAttribute("project", project);
        model.addAttribute("failed", failed);
        model.addAttribute("leads", project.active() && project.ledBy(by));
        model.addAttribute(
                "sponsors",
                project.active() && project.ledBy(by) && (project.sponsor() == null || project.sponsoredBy(by)));
        model.addAttribute("today", project.today(clock));
        model.addAttribute("persons", this);
    }

    /** A person's name; the username where nobody has it. */
    public String name(@Nullable String username) {
        return username == null ? "" : people.find(username).map(Person::name).orElse(username);
    }

    /** What happened to a case, the newest first. */
    public History history(@Nullable WorkItemNumber number, ZoneId zone) {
        var entries = new ArrayList<Entry>();
        var events = number == null ? List.<TimelineEvent>of() : timeline.of(number);
        LocalDate last = null;
        for (var i = events.size() - 1; i >= Math.max(0, events.size() - LATEST); i--) {
            var event = events.get(i);
            var day = event.at().atZone(zone).toLocalDate();
            entries.add(new Entry(
                    event.at(), !day.equals(last), tone(event.kind()), event.text(), event.reason(), name(event.by())));
            last = day;
        }
        return new History(entries);
    }

    private static String tone(String kind) {
        if (kind.contains("EXCEEDED") || kind.contains("BREACH") || kind.contains("ESCALAT")) {
            return "late";
        }
        if (kind.contains("KEPT") || kind.contains("DELIVERED") || kind.contains("ACCEPTED")) {
            return "ok";
        }
        return kind.contains("PLANNED") || kind.contains("SET") ? "go" : "";
    }
}
