package org.relevo.inbox.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Commitments;
import org.relevo.escalation.Escalations;
import org.relevo.inbox.Diagrams;
import org.relevo.inbox.Inbox;
import org.relevo.inbox.InboxItem;
import org.relevo.incident.Closure;
import org.relevo.incident.MajorIncidents;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.Paged;
import org.relevo.rules.Metric;
import org.relevo.rules.Priority;
import org.relevo.service.Services;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Gathers what the pages of incidents show. */
@Component
class IncidentView {

    private static final int HISTORY = 200;
    private static final EnumSet<Role> WORKING = EnumSet.of(Role.AGENT, Role.SERVICE_MANAGER);

    private final WorkItems workItems;
    private final Timeline timeline;
    private final Commitments commitments;
    private final Escalations escalations;
    private final Services services;
    private final Inbox inbox;
    private final TaskRows rows;
    private final ObjectProvider<Diagrams> diagrams;
    private final AheadView ahead;
    private final MajorIncidents major;
    private final Closure closure;
    private final Clock clock;

    IncidentView(
            WorkItems workItems,
            Timeline timeline,
            Commitments commitments,
            Escalations escalations,
            Services services,
            Inbox inbox,
            TaskRows rows,
            ObjectProvider<Diagrams> diagrams,
            AheadView ahead,
            MajorIncidents major,
            Closure closure,
            Clock clock) {
        this.workItems = workItems;
        this.timeline = timeline;
        this.commitments = commitments;
        this.escalations = escalations;
        this.services = services;
        this.inbox = inbox;
        this.rows = rows;
        this.diagrams = diagrams;
        this.ahead = ahead;
        this.major = major;
        this.closure = closure;
        this.clock = clock;
    }

    Map<String, @Nullable Object> list(IncidentQuery query) {
        var filter = query.filter();
        var found = workItems.find(filter, query.number(), Paged.SIZE);
        var page = Paged.asked(query.number(), found.total());
        if (page.page() != query.number()) {
            found = workItems.find(filter, page.page(), Paged.SIZE);
        }
        var names = rows.names();
        var clocks = commitments.of(found.items().stream().map(WorkItem::number).toList());
        var model = new HashMap<String, @Nullable Object>();
        model.put(
                "rows",
                found.items().stream()
                        .map(item -> new IncidentRow(
                                item,
                                TaskRows.nearest(clocks.getOrDefault(item.number(), List.of()), clock.instant()),
                                names.service(item.service()),
                                names.team(item.team())))
                        .toList());
        model.put("page", page);
        model.put("query", query);
        model.put("states", State.values());
        model.put("priorities", Priority.values());
        model.put("services", services.all());
        return model;
    }

    WorkItem incident(WorkItemNumber number) {
        return workItems
                .find(number)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no incident %s. Look for it in the list of incidents.".formatted(number)));
    }

    Map<String, @Nullable Object> incident(Actor who, WorkItemNumber number) {
        var item = incident(number);
        var names = rows.names();
        var clocks = commitments.of(number);
        var model = new HashMap<String, @Nullable Object>();
        model.put("item", item);
        model.put("names", names);
        model.put("commitments", clocks.stream().filter(IncidentView::shown).toList());
        var alarms = escalations.of(number);
        model.put("ahead", ahead.of(item, clocks, alarms, clock.instant()));
        var tasks = inbox.of(number);
        model.put("tasks", rows.of(tasks));
        model.put(
                "reachable",
                tasks.stream()
                        .map(InboxItem::id)
                        .filter(id -> inbox.find(id, who).isPresent())
                        .collect(Collectors.toSet()));
        model.put("escalations", alarms);
        model.put("history", History.of(timeline.of(number), names, zone(), HISTORY));
        model.put("diagram", diagram(number) != null);
        model.put(
                "held",
                clocks.stream()
                        .anyMatch(c -> c.running() && c.hold(clock.instant()).isPresent()));
        model.put(
                "proposed",
                major.of(number).stream()
                        .filter(MajorIncidents.Candidate::open)
                        .findFirst()
                        .orElse(null));
        var closing = item.state().open() ? null : closure.of(number).orElse(null);
        model.put("closing", closing);
        model.put("reported", who.name().equals(item.raisedBy()));
        model.put("reopens", closing != null && !closing.reopenUntil().isBefore(clock.instant()));
        model.put("manages", who.has(Role.SERVICE_MANAGER) || who.has(Role.ADMIN));
        model.put("works", who.roles().stream().anyMatch(WORKING::contains));
        return model;
    }

    Diagrams.@Nullable Diagram diagram(WorkItemNumber number) {
        var known = diagrams.getIfAvailable();
        return known == null ? null : known.of(number).orElse(null);
    }

    /** Of the updates that were owed one after the other, the page shows the one that is owed now. */
    private static boolean shown(Commitment commitment) {
        return commitment.running() || commitment.metric() != Metric.UPDATE;
    }

    private static ZoneId zone() {
        return LocaleContextHolder.getTimeZone().toZoneId();
    }
}
