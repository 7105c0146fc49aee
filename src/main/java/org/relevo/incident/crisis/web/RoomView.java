package org.relevo.incident.crisis.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitments;
import org.relevo.incident.CaseCourse;
import org.relevo.incident.crisis.CrisisActions;
import org.relevo.incident.crisis.CrisisRole;
import org.relevo.incident.crisis.CrisisRoles;
import org.relevo.incident.crisis.Hypotheses;
import org.relevo.incident.crisis.Lane;
import org.relevo.incident.crisis.Meetings;
import org.relevo.incident.crisis.OnIt;
import org.relevo.incident.crisis.RoleHolder;
import org.relevo.incident.crisis.ShiftHandovers;
import org.relevo.incident.crisis.SwimLanes;
import org.relevo.incident.crisis.Workarounds;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.LocalTimes;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Gathers what the pages of the crisis room show. */
@Component
class RoomView {

    private final WorkItems workItems;
    private final Timeline timeline;
    private final Commitments commitments;
    private final CaseCourse course;
    private final People people;
    private final CrisisRoles roles;
    private final OnIt onIt;
    private final Hypotheses hypotheses;
    private final Workarounds workarounds;
    private final CrisisActions actions;
    private final Meetings meetings;
    private final ShiftHandovers handovers;
    private final Clock clock;

    RoomView(
            WorkItems workItems,
            Timeline timeline,
            Commitments commitments,
            CaseCourse course,
            People people,
            CrisisRoles roles,
            OnIt onIt,
            Hypotheses hypotheses,
            Workarounds workarounds,
            CrisisActions actions,
            Meetings meetings,
            ShiftHandovers handovers,
            Clock clock) {
        this.workItems = workItems;
        this.timeline = timeline;
        this.commitments = commitments;
        this.course = course;
        this.people = people;
        this.roles = roles;
        this.onIt = onIt;
        this.hypotheses = hypotheses;
        this.workarounds = workarounds;
        this.actions = actions;
        this.meetings = meetings;
        this.handovers = handovers;
        this.clock = clock;
    }

    WorkItem item(String number) {
        var wanted = new WorkItemNumber(number);
        return workItems
                .find(wanted)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no incident %s. Look for it in the list of incidents.".formatted(wanted)));
    }

    /** What every page about a case says and asks. */
    Map<String, @Nullable Object> about(Actor who, WorkItem item, Failure failure) {
        var model = new HashMap<String, @Nullable Object>();
        var works = Stream.of(Role.AGENT, Role.SERVICE_MANAGER).anyMatch(who::has);
        model.put("item", item);
        model.put("names", new PersonNames(people));
        model.put("failure", failure);
        model.put("me", who.name());
        model.put("works", works && item.state() != State.CLOSED);
        model.put("manages", who.has(Role.SERVICE_MANAGER) && item.state() != State.CLOSED);
        model.put("once", UUID.randomUUID().toString());
        model.put("now", LocalTimes.field(clock.instant()));
        return model;
    }

    Map<String, @Nullable Object> room(Actor who, WorkItem item, TimelineQuery query, Failure failure) {
        var number = item.number();
        var model = about(who, item, failure);
        var names = new PersonNames(people);
        var events = timeline.of(number);
        var engaged = onIt.of(item);
        model.put("commitments", commitments.of(number));
        model.put("roles", roleRows(item));
        model.put("onIt", engaged);
        model.put("workers", workers(item, engaged));
        model.put("hypotheses", hypotheses.of(number));
        model.put("workarounds", workarounds.of(number));
        model.put("actions", actions.of(number));
        var all = meetings.of(number);
        model.put("meetings", all);
        model.put("ahead", all.stream().filter(one -> one.ahead()).findFirst().orElse(null));
        model.put("usualLink", meetings.usualLink());
        model.put("handovers", handovers.of(number));
        model.put("steps", course.steps(number));
        model.put("lanes", lanes(item, events, names));
        model.put("history", TimelineEntries.of(events, query, names, zone()));
        model.put("query", query);
        model.put("laneNames", Lane.values());
        return model;
    }

    SwimLanes lanes(WorkItem item, List<TimelineEvent> events, PersonNames names) {
        var last = events.isEmpty()
                ? item.raisedAt()
                : events.get(events.size() - 1).at();
        var to = item.state().open() ? clock.instant() : last;
        return SwimLanes.of(events, item.raisedAt(), to, by -> names.find(by).orElse(null));
    }

    List<TimelineEvent> events(WorkItem item) {
        return timeline.of(item.number());
    }

    /** A role, and who has it. */
    public record RoleRow(CrisisRole role, @Nullable RoleHolder holder) {}

    List<RoleRow> roleRows(WorkItem item) {
        var held = new EnumMap<CrisisRole, RoleHolder>(CrisisRole.class);
        roles.of(item.number()).forEach(one -> held.put(one.role(), one));
        return Arrays.stream(CrisisRole.values())
                .map(role -> new RoleRow(role, held.get(role)))
                .toList();
    }

    /** Whom a form proposes: those on it, and the team. */
    List<Person> workers(WorkItem item, List<OnIt.Engaged> engaged) {
        var proposed =
                new ArrayList<>(engaged.stream().map(OnIt.Engaged::person).toList());
        var known = proposed.stream().map(Person::username).collect(Collectors.toSet());
        people(item, known).forEach(proposed::add);
        return proposed;
    }

    List<Person> workers(WorkItem item) {
        return workers(item, onIt.of(item));
    }

    private Stream<Person> people(WorkItem item, Set<String> known) {
        return item.team() == null
                ? Stream.empty()
                : people.membersOf(item.team()).stream()
                        .filter(person -> person.enabled() && !known.contains(person.username()));
    }

    private static ZoneId zone() {
        return LocaleContextHolder.getTimeZone().toZoneId();
    }
}
