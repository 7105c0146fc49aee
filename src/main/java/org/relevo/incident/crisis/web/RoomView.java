package org.relevo.incident.crisis.web;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.relevo.incident.crisis.CrisisRole;
import org.relevo.incident.crisis.Lane;
import org.relevo.incident.crisis.Meetings;
import org.relevo.incident.crisis.OnIt;
import org.relevo.incident.crisis.RoleHolder;
import org.relevo.incident.crisis.Room;
import org.relevo.incident.crisis.Rooms;
import org.relevo.incident.crisis.SwimLanes;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.people.Role;
import org.relevo.platform.web.LocalTimes;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Gathers what the pages of the crisis room show. */
@Component
class RoomView {

    static final Set<String> LISTS = Set.of("hypotheses", "workarounds", "actions", "meetings", "handovers");
    private static final int SHOWN = 25;

    /** The list in whose rows a form stands, by how its name begins. */
    private static final Map<String, String> FORMS = Map.of(
            "evidence", "hypotheses",
            "decide", "hypotheses",
            "effect", "workarounds",
            "risk", "workarounds",
            "withdraw", "workarounds",
            "action", "actions",
            "handover", "handovers");

    private final Rooms rooms;
    private final Timeline timeline;
    private final Commitments commitments;
    private final People people;
    private final OnIt onIt;
    private final Meetings meetings;
    private final Clock clock;

    RoomView(
            Rooms rooms,
            Timeline timeline,
            Commitments commitments,
            People people,
            OnIt onIt,
            Meetings meetings,
            Clock clock) {
        this.rooms = rooms;
        this.timeline = timeline;
        this.commitments = commitments;
        this.people = people;
        this.onIt = onIt;
        this.meetings = meetings;
        this.clock = clock;
    }

    /** The list that a form such as {@code evidence-12} stands in; nothing for a form beside the lists. */
    static @Nullable String listOf(String form) {
        var dash = form.indexOf('-');
        return dash < 0 ? null : FORMS.get(form.substring(0, dash));
    }

    WorkItem item(String number) {
        return rooms.item(new WorkItemNumber(number));
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
        var model = about(who, item, failure);
        var room = rooms.of(item);
        var names = new PersonNames(people);
        var events = timeline.of(item.number());
        model.put("commitments", commitments.of(item.number()));
        model.put("roles", roleRows(room));
        model.put("onIt", room.onIt());
        model.put("workers", workers(item, room.onIt()));
        var whole = new HashMap<String, Integer>();
        model.put("whole", whole);
        lists(room, query.all(), model, whole);
        model.put("ahead", room.ahead().orElse(null));
        model.put("usualLink", meetings.usualLink());
        model.put("steps", room.steps());
        model.put("lanes", lanes(item, events, room.steps(), names, null));
        model.put("history", TimelineEntries.of(events, query, names, zone()));
        model.put("query", query);
        model.put("laneNames", Lane.values());
        return model;
    }

    private static void lists(
            Room room, @Nullable String all, Map<String, @Nullable Object> model, Map<String, Integer> whole) {
        list("hypotheses", room.hypotheses(), all, model, whole);
        list("workarounds", room.workarounds(), all, model, whole);
        list("actions", room.actions(), all, model, whole);
        list("meetings", room.meetings(), all, model, whole);
        list("handovers", room.handovers(), all, model, whole);
    }

    /**
     * What matters most stands first in each list; the rest of a long one is shown on request.
     *
     * @param whole how long each list is that is shown in part
     */
    private static <T> void list(
            String name,
            List<T> entries,
            @Nullable String all,
            Map<String, @Nullable Object> model,
            Map<String, Integer> whole) {
        var shown = name.equals(all) || entries.size() <= SHOWN ? entries : entries.subList(0, SHOWN);
        model.put(name, shown);
        if (shown.size() < entries.size()) {
            whole.put(name, entries.size());
        }
    }

    /** The whole timeline as a picture, or the end of it. */
    SwimLanes lanes(
            WorkItem item,
            List<TimelineEvent> events,
            List<CaseCourse.Step> steps,
            PersonNames names,
            @Nullable Duration end) {
        var last = events.isEmpty()
                ? item.raisedAt()
                : events.get(events.size() - 1).at();
        var to = item.state() == State.CLOSED ? last : clock.instant();
        var begin = events.isEmpty() ? item.raisedAt() : events.get(0).at();
        var from = end == null || to.minus(end).isBefore(begin) ? begin : to.minus(end);
        return SwimLanes.of(
                events, steps, from, to, zone(), by -> names.find(by).orElse(null));
    }

    List<TimelineEvent> events(WorkItem item) {
        return timeline.of(item.number());
    }

    /** A role, and who has it. */
    public record RoleRow(CrisisRole role, @Nullable RoleHolder holder) {}

    private static List<RoleRow> roleRows(Room room) {
        var held = room.roles().stream().collect(Collectors.toMap(RoleHolder::role, one -> one));
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
