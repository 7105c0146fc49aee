package org.relevo.incident;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.service.Service;
import org.relevo.service.Services;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItemType;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class ImpactDesk implements Impacts {

    private final WorkItems workItems;
    private final ImpactRows rows;
    private final Services services;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImpactDesk(
            WorkItems workItems,
            ImpactRows rows,
            Services services,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.workItems = workItems;
        this.rows = rows;
        this.services = services;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Impact of(WorkItemNumber number) {
        return rows.of(item(number).number());
    }

    @Override
    public List<Service> services(WorkItemNumber number) {
        return services(item(number), rows.of(number));
    }

    private List<Service> services(WorkItem item, Impact impact) {
        return Stream.concat(Stream.ofNullable(item.service()), impact.services().stream())
                .distinct()
                .flatMap(key -> services.find(key).stream())
                .toList();
    }

    @Override
    public Cost cost(WorkItemNumber number) {
        var item = item(number);
        var until = Objects.requireNonNullElse(item.endedAt(), clock.instant());
        return Cost.of(services(item, rows.of(number)), item.raisedAt(), until);
    }

    @Override
    @Transactional
    public Impact change(WorkItemNumber number, ChangeImpact to, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        var item = workItems.locked(number).filter(ImpactDesk::incident).orElseThrow(() -> unknown(number));
        var before = rows.of(number);
        if (to.version() != null && to.version() != before.version()) {
            throw new Refusal.Conflict(
                    "The impact of %s was changed meanwhile. Look at what stands there now, then enter yours again."
                            .formatted(number));
        }
        var after =
                ImpactCheck.checked(to, item, before, key -> services.find(key).isPresent());
        var changes = changes(before, after);
        if (changes.isEmpty()) {
            return before;
        }
        rows.save(number, after);
        var inWords =
                after.inWords().equals(before.inWords()) || after.inWords().isEmpty() ? null : after.inWords();
        timeline.append(
                number,
                new TimelineEvent(
                        clock.instant(),
                        "IMPACT_CHANGED",
                        "Impact: " + String.join("; ", changes),
                        by.name(),
                        inWords));
        events.publishEvent(new IncidentExtentChanged(number));
        return after;
    }

    private List<String> changes(Impact before, Impact after) {
        var changes = new ArrayList<String>();
        if (!before.services().equals(after.services())) {
            changes.add("further services affected: " + list(names(after.services())));
        }
        if (!before.sites().equals(after.sites())) {
            changes.add("sites: " + list(after.sites()));
        }
        if (!Objects.equals(before.users(), after.users())) {
            changes.add("users affected: %s → %s".formatted(said(before.users()), said(after.users())));
        }
        if (!before.inWords().equals(after.inWords())) {
            changes.add(after.inWords().isEmpty() ? "business impact: withdrawn" : "business impact in words");
        }
        return changes;
    }

    private List<String> names(List<String> keys) {
        return keys.stream()
                .map(key -> services.find(key).map(Service::name).orElse(key))
                .toList();
    }

    private static String list(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static String said(@Nullable Integer users) {
        return users == null ? "unknown" : users.toString();
    }

    private WorkItem item(WorkItemNumber number) {
        return workItems.find(number).filter(ImpactDesk::incident).orElseThrow(() -> unknown(number));
    }

    private static boolean incident(WorkItem item) {
        return item.type() == WorkItemType.INCIDENT;
    }

    private static Refusal.NotFound unknown(WorkItemNumber number) {
        return new Refusal.NotFound("There is no incident %s. Look for it in the list of incidents.".formatted(number));
    }
}
