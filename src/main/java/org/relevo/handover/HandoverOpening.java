package org.relevo.handover;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.handover.HandoverEvents.HandoverRequested;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.relevo.project.Project;
import org.relevo.project.Projects;
import org.relevo.rules.CriterionRow.Owner;
import org.relevo.rules.DecisionLog;
import org.relevo.rules.DemandCriterion;
import org.relevo.rules.Fact;
import org.relevo.rules.HandoverFact;
import org.relevo.rules.RuleBook;
import org.relevo.rules.Topic;
import org.relevo.service.Service;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItemType;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Opens the case of a handover, chooses its criteria by the rules, and plans it. */
@Component
class HandoverOpening {

    static final int LONGEST_PERIOD = 365;

    private final Projects projects;
    private final HandoverReading reading;
    private final HandoverRows rows;
    private final CriterionRows criteria;
    private final Gatekeeper gatekeeper;
    private final HandoverNews news;
    private final People people;
    private final RuleBook ruleBook;
    private final DecisionLog decisions;
    private final WorkItems workItems;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandoverOpening(
            Projects projects,
            HandoverReading reading,
            HandoverRows rows,
            CriterionRows criteria,
            Gatekeeper gatekeeper,
            HandoverNews news,
            People people,
            RuleBook ruleBook,
            DecisionLog decisions,
            WorkItems workItems,
            ApplicationEventPublisher events,
            Clock clock) {
        this.projects = projects;
        this.reading = reading;
        this.rows = rows;
        this.criteria = criteria;
        this.gatekeeper = gatekeeper;
        this.news = news;
        this.people = people;
        this.ruleBook = ruleBook;
        this.decisions = decisions;
        this.workItems = workItems;
        this.events = events;
        this.clock = clock;
    }

    Handover request(String key, Map<String, String> form, Actor by) {
        var project = projects.get(key);
        project.requireLead(by);
        var problems = new ArrayList<FieldProblem>();
        var scope = Asked.text(form, "scope", 10_000, problems);
        var team = team(form, problems);
        Asked.check(problems);
        var service = reading.service(Asked.blank(form, "service"));
        rows.open(service.key()).ifPresent(open -> {
            throw new Refusal.Conflict("%s is already being handed over by %s. Roll that back first."
                    .formatted(service.name(), open.number()));
        });
        var now = clock.instant();
        var number = workItems.nextNumber(WorkItemType.HANDOVER);
        workItems.add(item(project, service, number, scope, by));
        var handover = new Handover(
                number,
                project.key(),
                service.key(),
                HandoverStatus.PLANNING,
                scope,
                team,
                null,
                null,
                null,
                by.name(),
                now,
                null,
                null);
        try {
            rows.add(handover);
        } catch (DuplicateKeyException e) {
            throw new Refusal.Conflict(
                    "%s is already being handed over. Look at the list of handovers.".formatted(service.name()));
        }
        news.tell(handover, "RAISED", "Handover of %s asked for".formatted(service.name()), by.name(), null);
        events.publishEvent(new HandoverRequested(number, project.manager()));
        return reading.get(number);
    }

    private @Nullable String team(Map<String, String> form, List<FieldProblem> problems) {
        var team = Asked.blank(form, "team");
        if (!team.isEmpty() && people.team(team).isEmpty()) {
            problems.add(
                    new FieldProblem("team", "There is no team %s. Choose one of the list, or none.".formatted(team)));
        }
        return team.isEmpty() ? null : team;
    }

    private WorkItem item(Project project, Service service, WorkItemNumber number, String scope, Actor by) {
        return new WorkItem(
                number,
                WorkItemType.HANDOVER,
                "%s: from %s to operations".formatted(service.name(), project.name()),
                scope,
                State.NEW,
                null,
                null,
                null,
                service.key(),
                service.team(),
                project.manager(),
                project.manager(),
                clock.instant(),
                by.name(),
                null,
                null,
                "the team that supports " + service.name(),
                null);
    }

    void chooseCriteria(WorkItemNumber number, Actor by) {
        var handover = reading.get(number);
        var project = reading.project(handover);
        var service = reading.service(handover.service());
        List<Fact> facts = List.of(new HandoverFact(service.tier()));
        var outcome = ruleBook.decide(facts);
        decisions.record(number.value(), Topic.HANDOVER, facts, outcome, clock.instant());
        var acceptor = reading.acceptor(handover).orElse(null);
        var chosen = outcome.all(DemandCriterion.class);
        chosen.forEach(one -> criteria.add(number, one, one.owner() == Owner.PROJECT ? project.manager() : acceptor));
        news.note(
                handover,
                "CRITERIA_CHOSEN",
                "%d criteria chosen for a service of tier %s".formatted(chosen.size(), service.tier()),
                by.name(),
                null);
    }

    Handover plan(WorkItemNumber number, Map<String, String> form, Actor by) {
        var handover = reading.get(number);
        reading.project(handover).requireLead(by);
        if (!handover.status().open() || handover.status() == HandoverStatus.EARLY_LIFE) {
            throw new Refusal.Conflict("%s is %s and cannot be planned any more."
                    .formatted(number, handover.status().word()));
        }
        var problems = new ArrayList<FieldProblem>();
        var goLiveOn = Asked.date(form, "goLiveOn", problems);
        var days = Asked.whole(form, "earlyLifeDays", 1, LONGEST_PERIOD, problems);
        var team = form.containsKey("team") ? team(form, problems) : handover.projectTeam();
        if (goLiveOn != null && goLiveOn.isBefore(reading.project(handover).today(clock))) {
            problems.add(new FieldProblem("goLiveOn", "That day has passed. Give one from today on."));
        }
        Asked.check(problems);
        var before = handover.status();
        var next = before == HandoverStatus.PLANNING ? HandoverStatus.PREPARING : before;
        rows.planned(
                number, java.util.Objects.requireNonNull(goLiveOn), java.util.Objects.requireNonNull(days), team, next);
        criteria.due(number, goLiveOn);
        news.tell(
                handover,
                "PLANNED",
                "Planned to go live on %s, with %d days of early life support".formatted(goLiveOn, days),
                by.name(),
                null);
        return gatekeeper.look(number);
    }
}
