package org.relevo.handover.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.handover.Criterion;
import org.relevo.handover.Drills;
import org.relevo.handover.Handover;
import org.relevo.handover.HandoverStatus;
import org.relevo.handover.Handovers;
import org.relevo.inbox.Diagrams;
import org.relevo.inbox.Inbox;
import org.relevo.inbox.InboxItem;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.PeopleRegister;
import org.relevo.people.Person;
import org.relevo.platform.web.Paged;
import org.relevo.project.Projects;
import org.relevo.project.web.ProjectView;
import org.relevo.service.Services;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the pages of handovers show. */
@Component
class HandoverView {

    private final Handovers handovers;
    private final Drills drills;
    private final Projects projects;
    private final Services services;
    private final People people;
    private final PeopleRegister register;
    private final ProjectView persons;
    private final WorkItems workItems;
    private final Inbox inbox;
    private final ObjectProvider<Diagrams> diagrams;

    HandoverView(
            Handovers handovers,
            Drills drills,
            Projects projects,
            Services services,
            People people,
            PeopleRegister register,
            ProjectView persons,
            WorkItems workItems,
            Inbox inbox,
            ObjectProvider<Diagrams> diagrams) {
        this.handovers = handovers;
        this.drills = drills;
        this.projects = projects;
        this.services = services;
        this.people = people;
        this.register = register;
        this.persons = persons;
        this.workItems = workItems;
        this.inbox = inbox;
        this.diagrams = diagrams;
    }

    /** A task of the process. */
    public record Job(InboxItem task, boolean reachable) {

        public boolean open() {
            return task.endedAt() == null;
        }
    }

    /** A handover in a list, with how many of its criteria are met. */
    public record Row(Handover handover, String title, long met, long all) {}

    /** A criterion, and whether the reader may show or assign it. */
    public record Part(Criterion criterion, boolean involved) {}

    void list(@Nullable String project, @Nullable String state, String page, Model model) {
        var status = Arrays.stream(HandoverStatus.values())
                .filter(one -> one.name().equalsIgnoreCase(state))
                .findFirst()
                .orElse(null);
        var sheet = Paged.asked(page, handovers.count(project, null, status));
        model.addAttribute("persons", persons);
        model.addAttribute("statuses", HandoverStatus.values());
        model.addAttribute("status", status);
        model.addAttribute("page", sheet);
        model.addAttribute(
                "rows",
                handovers.find(project, null, status, sheet.page(), Paged.SIZE).stream()
                        .map(this::row)
                        .toList());
    }

    private Row row(Handover handover) {
        var criteria = handovers.criteria(handover.number());
        return new Row(
                handover,
                workItems.find(handover.number()).map(WorkItem::title).orElse(""),
                criteria.stream().filter(Criterion::met).count(),
                criteria.size());
    }

    void project(Actor who, String key, Model model) {
        var project = projects.get(key);
        model.addAttribute("project", project);
        model.addAttribute("leads", project.active() && project.ledBy(who));
        model.addAttribute(
                "services",
                services.all().stream()
                        .filter(one -> handovers.open(one.key()).isEmpty())
                        .toList());
        model.addAttribute("teams", people.teams());
    }

    void handover(Actor who, WorkItemNumber number, Model model) {
        var handover = handovers.get(number);
        var project = projects.get(handover.project());
        var leads = project.active() && project.ledBy(who);
        var accepts = handovers.acceptedBy(number, who);
        var open = handover.status().open();
        model.addAttribute("handover", handover);
        model.addAttribute("item", workItems.find(number).orElseThrow());
        model.addAttribute("project", project);
        model.addAttribute("service", services.find(handover.service()).orElseThrow());
        model.addAttribute("persons", persons);
        model.addAttribute("everybody", open ? everybody() : List.of());
        model.addAttribute("teams", people.teams());
        model.addAttribute("leads", leads && open);
        model.addAttribute("accepts", accepts && open);
        model.addAttribute("acceptor", handovers.acceptor(number));
        model.addAttribute(
                "parts",
                handovers.criteria(number).stream()
                        .map(one -> new Part(
                                one, open && (leads || accepts || who.name().equals(one.owner()))))
                        .toList());
        model.addAttribute("signatures", handovers.signatures(number));
        model.addAttribute("moved", handovers.moved(number));
        model.addAttribute("drills", drills.of(number));
        model.addAttribute("tasks", jobs(who, number));
        model.addAttribute(
                "history",
                persons.history(number, LocaleContextHolder.getTimeZone().toZoneId()));
        model.addAttribute(
                "diagram", diagrams.stream().anyMatch(known -> known.of(number).isPresent()));
    }

    private List<Person> everybody() {
        return register.all().stream()
                .map(PeopleRegister.Entry::person)
                .filter(Person::enabled)
                .toList();
    }

    private List<Job> jobs(Actor who, WorkItemNumber number) {
        return inbox.of(number).stream()
                .map(task -> new Job(task, inbox.find(task.id(), who).isPresent()))
                .toList();
    }
}
