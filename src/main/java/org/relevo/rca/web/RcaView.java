package org.relevo.rca.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Commitments;
import org.relevo.inbox.Diagrams;
import org.relevo.inbox.Inbox;
import org.relevo.inbox.InboxItem;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.people.Role;
import org.relevo.platform.web.Paged;
import org.relevo.rca.CorrectiveAction;
import org.relevo.rca.Piece;
import org.relevo.rca.Rca;
import org.relevo.rca.RcaContent;
import org.relevo.rca.Rcas;
import org.relevo.rca.Section;
import org.relevo.service.Services;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Gathers what the pages of analyses show. */
@Component
class RcaView {

    private static final int MOST_EVENTS = 300;

    private final Rcas rcas;
    private final WorkItems workItems;
    private final Timeline timeline;
    private final Commitments commitments;
    private final People people;
    private final Services services;
    private final Inbox inbox;
    private final ObjectProvider<Diagrams> diagrams;
    private final Clock clock;

    RcaView(
            Rcas rcas,
            WorkItems workItems,
            Timeline timeline,
            Commitments commitments,
            People people,
            Services services,
            Inbox inbox,
            ObjectProvider<Diagrams> diagrams,
            Clock clock) {
        this.rcas = rcas;
        this.workItems = workItems;
        this.timeline = timeline;
        this.commitments = commitments;
        this.people = people;
        this.services = services;
        this.inbox = inbox;
        this.diagrams = diagrams;
        this.clock = clock;
    }

    /** A section as it is read and as it is written. */
    record Part(Section section, RcaContent.@Nullable Text text, List<List<Piece>> lines) {
        public int version() {
            return text == null ? 0 : text.version();
        }

        public String words() {
            return text == null ? "" : text.text();
        }
    }

    /** A task of the process. */
    record Job(InboxItem task, boolean reachable, String whose) {
        public boolean open() {
            return task.endedAt() == null;
        }
    }

    /** A corrective action with its running clock. */
    record Planned(CorrectiveAction action, @Nullable Commitment clock, boolean mine) {}

    /** An analysis in a list. */
    record Row(Rca rca, WorkItem item, @Nullable Commitment clock) {}

    Map<String, @Nullable Object> list(RcaQuery query) {
        var total = rcas.count(query.filter());
        var sheet = Paged.asked(query.pageOr(), total);
        var found = rcas.find(query.filter(), sheet.page(), Paged.SIZE);
        var clocks = commitments.of(found.stream().map(Rca::number).toList());
        var model = new HashMap<String, @Nullable Object>();
        model.put(
                "rows",
                found.stream()
                        .map(rca -> new Row(
                                rca,
                                workItems.find(rca.number()).orElseThrow(),
                                nearest(clocks.getOrDefault(rca.number(), List.of()))))
                        .toList());
        model.put("page", sheet);
        model.put("query", query);
        model.put("statuses", org.relevo.rca.RcaStatus.values());
        model.put("names", new Callings(people, services));
        return model;
    }

    Map<String, @Nullable Object> rca(Actor who, WorkItemNumber number) {
        var rca = rcas.get(number);
        var item = workItems.find(number).orElseThrow();
        var content = rcas.content(number);
        var names = new Callings(people, services);
        var model = new HashMap<String, @Nullable Object>();
        model.put("rca", rca);
        model.put("item", item);
        model.put("incident", workItems.find(rca.incident()).orElseThrow());
        model.put("told", content);
        model.put("events", content.events().stream().collect(Collectors.toMap(RcaContent.Event::id, e -> e)));
        model.put("shown", shown(content));
        model.put(
                "parts",
                Arrays.stream(Section.values()).map(s -> part(s, content)).toList());
        model.put("names", names);
        model.put("commitments", commitments.of(number));
        model.put("tasks", jobs(who, number, names));
        model.put("planned", planned(who, content.actions()));
        model.put(
                "history",
                Story.of(
                        timeline.of(number),
                        names,
                        LocaleContextHolder.getTimeZone().toZoneId()));
        model.put(
                "diagram", diagrams.stream().anyMatch(known -> known.of(number).isPresent()));
        var manages = who.has(Role.SERVICE_MANAGER);
        model.put("manages", manages);
        model.put("works", manages || who.has(Role.AGENT));
        model.put("owners", owners(item));
        return model;
    }

    /** What is quoted, and the rest as far as a page can hold it. */
    private static List<RcaContent.Event> shown(RcaContent content) {
        var quoted = content.texts().values().stream()
                .flatMap(text ->
                        Piece.lines(text.text(), content.events()).stream().flatMap(List::stream))
                .flatMap(piece -> Stream.ofNullable(piece.event()))
                .map(RcaContent.Event::id)
                .collect(Collectors.toSet());
        content.whys().forEach(why -> Stream.ofNullable(why.event()).forEach(quoted::add));
        var spare = new AtomicInteger(MOST_EVENTS);
        return content.events().stream()
                .filter(event -> quoted.contains(event.id()) || spare.getAndDecrement() > 0)
                .toList();
    }

    private static Part part(Section section, RcaContent content) {
        return new Part(section, content.texts().get(section), Piece.lines(content.text(section), content.events()));
    }

    private List<Job> jobs(Actor who, WorkItemNumber number, Callings names) {
        return inbox.of(number).stream()
                .map(task -> new Job(task, inbox.find(task.id(), who).isPresent(), names.team(task.team())))
                .toList();
    }

    private List<Planned> planned(Actor who, List<CorrectiveAction> actions) {
        return actions.stream()
                .map(action -> new Planned(
                        action,
                        nearest(commitments.of(action.number())),
                        who.name().equals(action.owner())))
                .toList();
    }

    private @Nullable Commitment nearest(List<Commitment> clocks) {
        return clocks.stream()
                .filter(Commitment::running)
                .min(Comparator.comparing(c -> c.dueAt(clock.instant()).orElse(java.time.Instant.MAX)))
                .orElse(null);
    }

    /** Who may own an action: the team of the service, its managers, and the analysis's own owner, by name. */
    private Map<String, String> owners(WorkItem item) {
        var owners = new TreeMap<String, String>();
        Stream.of(
                        item.team() == null ? List.<Person>of() : people.membersOf(item.team()),
                        people.serviceManagers(item.service()),
                        item.owner() == null
                                ? List.<Person>of()
                                : people.find(item.owner()).stream().toList())
                .flatMap(List::stream)
                .forEach(person -> owners.put(person.name(), person.username()));
        return owners;
    }
}
