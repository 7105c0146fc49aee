package org.relevo.handover.lineage;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.relevo.handover.Handover;
import org.relevo.handover.HandoverStatus;
import org.relevo.handover.Handovers;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.project.Project;
import org.relevo.project.Projects;
import org.relevo.service.Service;
import org.relevo.service.Services;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.stereotype.Component;

/** Finds the handover that an incident belongs to, with what was waived, open or late in it; says who decides about it. */
@Component
class Lines {

    private static final int MOST = 200;

    private final Handovers handovers;
    private final CauseRows rows;
    private final Projects projects;
    private final Services services;
    private final WorkItems workItems;
    private final Clock clock;

    Lines(Handovers handovers, CauseRows rows, Projects projects, Services services, WorkItems workItems, Clock clock) {
        this.handovers = handovers;
        this.rows = rows;
        this.projects = projects;
        this.services = services;
        this.workItems = workItems;
        this.clock = clock;
    }

    List<Handover> of(String service) {
        return handovers.find(null, service, null, 0, MOST);
    }

    /** The one by which a service was live at a time. */
    Optional<Handover> at(String service, Instant at) {
        return at(of(service), at);
    }

    static Optional<Handover> at(List<Handover> handovers, Instant at) {
        return handovers.stream().filter(one -> live(one, at)).max(Comparator.comparing(Lines::began));
    }

    private static boolean live(Handover handover, Instant at) {
        var ended = handover.endedAt();
        return handover.liveAt() != null
                && !at.isBefore(handover.liveAt())
                && (handover.status() != HandoverStatus.ROLLED_BACK || ended == null || at.isBefore(ended));
    }

    private static Instant began(Handover handover) {
        return java.util.Objects.requireNonNullElse(handover.liveAt(), Instant.EPOCH);
    }

    List<Cause> causes(Handover handover) {
        var project = project(handover);
        return rows.of(handover, project, project.today(clock));
    }

    Project project(Handover handover) {
        return projects.get(handover.project());
    }

    Optional<Service> service(Handover handover) {
        return services.find(handover.service());
    }

    /** Words that every incident and every cause of a service may have, and which so tell nothing. */
    List<String> known(Handover handover) {
        return Stream.concat(
                        Terms.words(handover.service()),
                        service(handover).map(one -> Terms.words(one.name())).orElse(Stream.empty()))
                .toList();
    }

    /** Whether somebody says what traces to what: those who answer for the service, and who leads the project. */
    boolean decides(Handover handover, Actor who) {
        return project(handover).ledBy(who) || handovers.acceptedBy(handover.number(), who);
    }

    /** The handover, whose case is locked, for somebody who decides about it. */
    Handover deciding(WorkItemNumber number, Actor by) {
        var handover = handovers.get(number);
        if (!decides(handover, by)) {
            throw new Refusal.NotAllowed(
                    "%s neither answers for %s nor leads %s. Ask its service manager or the project manager, %s."
                            .formatted(
                                    by.name(),
                                    service(handover).map(Service::name).orElse(handover.service()),
                                    project(handover).name(),
                                    project(handover).manager()));
        }
        workItems.locked(number);
        return handovers.get(number);
    }
}
