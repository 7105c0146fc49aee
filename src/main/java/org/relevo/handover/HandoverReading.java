package org.relevo.handover;

import java.util.List;
import java.util.Optional;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Role;
import org.relevo.people.ServiceManagers;
import org.relevo.platform.Refusal;
import org.relevo.project.Project;
import org.relevo.project.Projects;
import org.relevo.service.Service;
import org.relevo.service.Services;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.stereotype.Component;

/** Finds handovers with what they are about, and says who may do what with them. */
@Component
class HandoverReading {

    private final HandoverRows rows;
    private final Projects projects;
    private final Services services;
    private final ServiceManagers managers;
    private final People people;
    private final WorkItems workItems;

    HandoverReading(
            HandoverRows rows,
            Projects projects,
            Services services,
            ServiceManagers managers,
            People people,
            WorkItems workItems) {
        this.rows = rows;
        this.projects = projects;
        this.services = services;
        this.managers = managers;
        this.people = people;
        this.workItems = workItems;
    }

    Handover get(WorkItemNumber number) {
        return rows.find(number)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no handover %s. Look for it in the list of handovers.".formatted(number)));
    }

    Project project(Handover handover) {
        return projects.get(handover.project());
    }

    Service service(String key) {
        return services.find(key)
                .orElseThrow(() -> new Refusal.Invalid(
                        "service", "There is no service %s. Choose one of the service catalogue.".formatted(key)));
    }

    /** The case, which nobody else may change until this transaction ends. */
    WorkItem locked(WorkItemNumber number) {
        return workItems
                .locked(number)
                .orElseThrow(() -> new Refusal.NotFound("There is no handover %s.".formatted(number)));
    }

    /** Whether somebody answers for a service: its owner, or a service manager who was named for it or where nobody was. */
    boolean answers(Actor who, String service) {
        var owner = services.find(service).map(Service::owner).orElse(null);
        var named = managers.named(service);
        return who.has(Role.ADMIN)
                || who.name().equals(owner)
                || named.contains(who.name())
                || who.has(Role.SERVICE_MANAGER) && named.isEmpty();
    }

    void requireAnswers(Handover handover, Actor by) {
        if (!answers(by, handover.service())) {
            throw new Refusal.NotAllowed("%s does not answer for %s. Ask its owner or a service manager of it: %s."
                    .formatted(
                            by.name(),
                            service(handover.service()).name(),
                            String.join(", ", whoAnswers(handover.service()))));
        }
    }

    List<String> whoAnswers(String service) {
        var owner = services.find(service).map(Service::owner);
        return owner.isPresent() && people.find(owner.get()).isPresent()
                ? List.of(owner.get())
                : people.serviceManagers(service).stream()
                        .map(person -> person.username())
                        .toList();
    }

    /** The one whose task it is to accept; empty where any service manager may. */
    Optional<String> acceptor(Handover handover) {
        return whoAnswers(handover.service()).stream().findFirst();
    }
}
