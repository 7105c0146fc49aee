package org.relevo.handover.knowledge;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.relevo.handover.CriterionFigure;
import org.relevo.handover.Handover;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.rules.Measure;
import org.relevo.service.Service;
import org.relevo.service.Services;
import org.springframework.stereotype.Component;

/**
 * Counts those who are not ready to receive: members of the supporting team without a confirmed session, and whoever was
 * invited to a session or needs a training and has not confirmed it.
 */
@Component
class TrainingFigure implements CriterionFigure {

    private final KnowledgeRows rows;
    private final Services services;
    private final People people;

    TrainingFigure(KnowledgeRows rows, Services services, People people) {
        this.rows = rows;
        this.services = services;
        this.people = people;
    }

    @Override
    public Measure measure() {
        return Measure.TRAINING_UNCONFIRMED;
    }

    @Override
    public Found count(Handover handover) {
        var team =
                services.find(handover.service()).map(Service::team).map(people::membersOf).orElse(List.of()).stream()
                        .filter(Person::enabled)
                        .map(Person::username)
                        .toList();
        if (team.isEmpty()) {
            return Found.of(1, "the service has no supporting team with members who could be trained");
        }
        var missing = missing(handover, team);
        return Found.of(
                missing.size(),
                missing.isEmpty()
                        ? "all %d of the supporting team have confirmed their training".formatted(team.size())
                        : "not confirmed by %s"
                                .formatted(missing.stream()
                                        .map(one -> people.find(one)
                                                .map(Person::name)
                                                .orElse(one))
                                        .collect(Collectors.joining(", "))));
    }

    private TreeSet<String> missing(Handover handover, List<String> team) {
        var missing = new TreeSet<>(team);
        var sessions = rows.sessions(handover.number()).stream()
                .filter(one -> !one.cancelled())
                .toList();
        sessions.stream()
                .flatMap(one -> one.receivers().stream())
                .filter(one -> one.confirmedAt() != null)
                .forEach(one -> missing.remove(one.person()));
        sessions.stream()
                .flatMap(one -> one.receivers().stream())
                .filter(one -> one.confirmedAt() == null)
                .forEach(one -> missing.add(one.person()));
        rows.needs(handover.number()).stream()
                .filter(one -> one.state() != TrainingNeed.State.CONFIRMED)
                .forEach(one -> missing.add(Objects.requireNonNull(one.person())));
        // the record of somebody who has left stays, and keeps no gate shut
        missing.removeIf(one -> people.find(one).filter(Person::enabled).isEmpty());
        return missing;
    }
}
