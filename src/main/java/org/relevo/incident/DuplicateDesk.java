package org.relevo.incident;

import static org.relevo.workitem.WorkItemLink.Kind.DUPLICATE_OF;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitments;
import org.relevo.escalation.Escalations;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemLink;
import org.relevo.workitem.WorkItemLinks;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItemType;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Locks in one order, so that nobody waits for one who waits for him: first the right to link, then the parent, then the
 * child; two that are yet to be linked in the order of their numbers. As there are no chains, no case is ever both. Whoever resolves or closes a parent has it locked when its children follow,
 * so a child that is marked meanwhile is either seen here or refused there.
 */
@Component
class DuplicateDesk implements Duplicates {

    private static final Actor RELEVO = Actor.system("relevo");

    private final WorkItemLinks links;
    private final WorkItems workItems;
    private final Incidents incidents;
    private final ClosingDesk closing;
    private final Commitments commitments;
    private final Escalations escalations;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DuplicateDesk(
            WorkItemLinks links,
            WorkItems workItems,
            Incidents incidents,
            ClosingDesk closing,
            Commitments commitments,
            Escalations escalations,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.links = links;
        this.workItems = workItems;
        this.incidents = incidents;
        this.closing = closing;
        this.commitments = commitments;
        this.escalations = escalations;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void mark(WorkItemNumber child, WorkItemNumber parent, String because, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        links.alone();
        if (workItems.find(child).isEmpty()) {
            throw new Refusal.NotFound(
                    "There is no incident %s. Look for it in the list of incidents.".formatted(child));
        }
        if (parentOf(child).filter(link -> link.to().equals(parent)).isPresent()) {
            return;
        }
        requireNoChain(child, parent);
        lockInOrder(child, parent);
        requireOpenParent(child, parent);
        requireOpenChild(child);
        if (because.isBlank() || because.length() > 500) {
            throw new Refusal.Invalid("because", "Say in up to 500 characters how it shows that they are the same.");
        }
        var now = clock.instant();
        links.add(new WorkItemLink(child, parent, DUPLICATE_OF, now, by.name(), because.strip()));
        tell(child, "DUPLICATE_MARKED", "Marked as a duplicate of " + parent, by, because.strip());
        tell(parent, "DUPLICATE_ADDED", "%s was marked as its duplicate".formatted(child), by, because.strip());
        var follows = "follows " + parent;
        commitments.suspend(child, follows, by);
        escalations.end(child, now, follows);
        events.publishEvent(new IncidentExtentChanged(parent));
    }

    /** Alerts that concern both lock them in the order of their numbers, as long as they are no family. */
    private void lockInOrder(WorkItemNumber child, WorkItemNumber parent) {
        Stream.of(child, parent)
                .sorted(Comparator.comparing(WorkItemNumber::value))
                .forEach(workItems::locked);
    }

    private void requireNoChain(WorkItemNumber child, WorkItemNumber parent) {
        if (child.equals(parent)) {
            throw new Refusal.Invalid(
                    "parent", "%s cannot be a duplicate of itself. Give the number of the other one.".formatted(child));
        }
        parentOf(parent).ifPresent(link -> {
            throw new Refusal.Invalid(
                    "parent", "%s is itself a duplicate of %s. Give that number.".formatted(parent, link.to()));
        });
        parentOf(child).ifPresent(link -> {
            throw new Refusal.Conflict("%s is already a duplicate of %s. Undo that first.".formatted(child, link.to()));
        });
        childrenOf(child).stream().findFirst().ifPresent(link -> {
            throw new Refusal.Conflict("%s has duplicates itself, such as %s. Mark those as duplicates of %s first."
                    .formatted(child, link.from(), parent));
        });
    }

    private void requireOpenParent(WorkItemNumber child, WorkItemNumber parent) {
        var item = workItems
                .locked(parent)
                .filter(found -> found.type() == WorkItemType.INCIDENT)
                .orElseThrow(() -> new Refusal.Invalid(
                        "parent", "There is no incident %s. Look for it by words of its title.".formatted(parent)));
        if (!item.state().open()) {
            throw new Refusal.Invalid(
                    "parent",
                    "%s is %s, so nothing can follow it. Resolve %s by itself.".formatted(parent, state(item), child));
        }
    }

    private void requireOpenChild(WorkItemNumber child) {
        var item = workItems.locked(child).orElseThrow();
        if (item.type() != WorkItemType.INCIDENT) {
            throw new Refusal.Conflict("%s is no incident, and only incidents are duplicates.".formatted(child));
        }
        if (!item.state().open()) {
            throw new Refusal.Conflict(
                    "%s is %s and can no longer be marked as a duplicate.".formatted(child, state(item)));
        }
    }

    @Override
    @Transactional
    public void undo(WorkItemNumber child, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        links.alone();
        if (workItems.find(child).isEmpty()) {
            throw new Refusal.NotFound(
                    "There is no incident %s. Look for it in the list of incidents.".formatted(child));
        }
        var link = parentOf(child).orElse(null);
        if (link == null) {
            return;
        }
        workItems.locked(link.to());
        var item = workItems.locked(child).orElseThrow();
        links.remove(link);
        tell(child, "DUPLICATE_UNDONE", "No longer a duplicate of " + link.to(), by, null);
        tell(link.to(), "DUPLICATE_UNDONE", "%s is no longer its duplicate".formatted(child), by, null);
        if (item.state().open()) {
            commitments.resume(child, clock.instant(), by);
        }
    }

    @EventListener
    @Transactional
    public void on(IncidentResolved resolved) {
        var parent = resolved.workItem();
        lockedChildrenOf(parent).filter(child -> child.state().open()).forEach(child -> {
            incidents.resolve(child.number(), RELEVO, "with its parent " + parent);
            tell(parent, "DUPLICATE_RESOLVED", "%s was resolved with it".formatted(child.number()), RELEVO, null);
        });
    }

    /** One that was reopened by itself meanwhile is at work and stays so. */
    @EventListener
    @Transactional
    public void on(IncidentClosed closed) {
        var parent = closed.workItem();
        lockedChildrenOf(parent)
                .filter(child -> child.state() == State.RESOLVED)
                .forEach(child -> {
                    closing.closeWith(closed, child);
                    tell(parent, "DUPLICATE_CLOSED", "%s was closed with it".formatted(child.number()), RELEVO, null);
                });
    }

    private Stream<WorkItem> lockedChildrenOf(WorkItemNumber parent) {
        return childrenOf(parent).stream()
                .map(WorkItemLink::from)
                .sorted(Comparator.comparing(WorkItemNumber::value))
                .flatMap(child -> workItems.locked(child).stream());
    }

    @Override
    public Optional<WorkItemLink> parentOf(WorkItemNumber child) {
        return links.from(child, DUPLICATE_OF).stream().findFirst();
    }

    @Override
    public List<WorkItemLink> childrenOf(WorkItemNumber parent) {
        return links.to(parent, DUPLICATE_OF);
    }

    private void tell(WorkItemNumber number, String kind, String text, Actor by, @Nullable String because) {
        timeline.append(number, new TimelineEvent(clock.instant(), kind, text, by.name(), because));
    }

    private static String state(WorkItem item) {
        return item.state().name().toLowerCase(Locale.ROOT);
    }
}
