package org.relevo.project.report;

import java.time.Instant;
import java.util.List;
import org.relevo.commitment.CalendarUses;
import org.relevo.commitment.Commitments;
import org.relevo.people.Actor;
import org.relevo.project.Project;
import org.relevo.project.ToleranceStandings;
import org.relevo.rules.AssignPriority;
import org.relevo.rules.CaseFact;
import org.relevo.rules.DecisionLog;
import org.relevo.rules.Fact;
import org.relevo.rules.OpenCommitment;
import org.relevo.rules.Outcome;
import org.relevo.rules.Rating;
import org.relevo.rules.RuleBook;
import org.relevo.rules.Topic;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItemType;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Opens the case of a request, and asks the rules how soon it is to be answered. */
@Component
class RequestOpening {

    private final WorkItems workItems;
    private final Timeline timeline;
    private final ToleranceStandings standings;
    private final CalendarUses calendars;
    private final Commitments commitments;
    private final RuleBook ruleBook;
    private final DecisionLog decisions;
    private final RequestRows rows;
    private final ApplicationEventPublisher events;

    RequestOpening(
            WorkItems workItems,
            Timeline timeline,
            ToleranceStandings standings,
            CalendarUses calendars,
            Commitments commitments,
            RuleBook ruleBook,
            DecisionLog decisions,
            RequestRows rows,
            ApplicationEventPublisher events) {
        this.workItems = workItems;
        this.timeline = timeline;
        this.standings = standings;
        this.calendars = calendars;
        this.commitments = commitments;
        this.ruleBook = ruleBook;
        this.decisions = decisions;
        this.rows = rows;
        this.events = events;
    }

    WorkItemNumber open(Project project, ReportPeriod period, Rating urgency, String question, Actor by, Instant now) {
        var number = workItems.nextNumber(WorkItemType.REQUEST);
        var impact = impact(project);
        var outcome = owed(number, project, impact, urgency, now);
        workItems.add(item(number, project, period, question, impact, urgency, outcome, by, now));
        rows.add(new ReportRequest(
                number,
                project.key(),
                by.name(),
                now,
                period.from(),
                period.until(),
                question,
                ReportRequest.State.ASKED,
                null,
                null,
                null));
        timeline.append(
                number,
                new TimelineEvent(
                        now,
                        "RAISED",
                        "Progress report asked for: %s to %s".formatted(period.from(), period.until()),
                        by.name(),
                        question.isEmpty() ? null : question));
        commitments.open(number, outcome.all(OpenCommitment.class), now);
        events.publishEvent(new ReportAsked(number, project.manager()));
        return number;
    }

    /** A project that is, or will be, beyond a tolerance is waited for more than one that keeps its promises. */
    private Rating impact(Project project) {
        return standings.of(project).stream().anyMatch(one -> one.forecastExceeded() || one.actualExceeded())
                ? Rating.HIGH
                : Rating.MEDIUM;
    }

    private Outcome owed(WorkItemNumber number, Project project, Rating impact, Rating urgency, Instant now) {
        var counted = calendars.of(null, null, project.manager());
        List<Fact> facts = List.of(new CaseFact(
                WorkItemType.REQUEST.name(),
                impact,
                urgency,
                null,
                null,
                null,
                counted.get(CalendarUses.Kind.SERVICE),
                counted.get(CalendarUses.Kind.TEAM),
                counted.get(CalendarUses.Kind.PERSON),
                counted.get(CalendarUses.Kind.CONTRACT)));
        var outcome = ruleBook.decide(facts);
        decisions.record(number.value(), Topic.PRIORITY, facts, outcome, now);
        return outcome;
    }

    private static WorkItem item(
            WorkItemNumber number,
            Project project,
            ReportPeriod period,
            String question,
            Rating impact,
            Rating urgency,
            Outcome outcome,
            Actor by,
            Instant now) {
        var priority = outcome.one(AssignPriority.class);
        return new WorkItem(
                number,
                WorkItemType.REQUEST,
                "Progress report of %s, %s to %s".formatted(project.name(), period.from(), period.until()),
                question,
                State.NEW,
                priority.map(AssignPriority::priority).orElse(null),
                impact,
                urgency,
                null,
                null,
                project.manager(),
                project.manager(),
                now,
                by.name(),
                null,
                priority.map(AssignPriority::because).orElse(null),
                null,
                null);
    }
}
