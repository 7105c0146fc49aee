package org.relevo.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.rules.Audience;
import org.relevo.rules.Audience.Kind;
import org.relevo.service.Service;
import org.relevo.service.Services;
import org.relevo.workitem.WorkItem;
import org.springframework.stereotype.Component;

/** Who holds a role on a case at an instant. Somebody who is away is left out, where others are there. */
@Component
class Recipients {

    private final People people;
    private final Services services;
    private final List<RoleHolders> holders;

    Recipients(People people, Services services, List<RoleHolders> holders) {
        this.holders = holders;
        this.people = people;
        this.services = services;
    }

    /** Those that an audience means; empty where nobody holds the role. An address outside is no person. */
    List<Person> of(WorkItem item, Audience audience, Instant at) {
        var of = audience.of();
        return switch (audience.kind()) {
            case ON_CALL -> onCall(item, of, at);
            case ASSIGNEE -> workingOn(item, at);
            case TEAM -> present(team(of == null ? item.team() : of), at);
            case SERVICE_MANAGER -> present(people.serviceManagers(item.service()), at);
            case SERVICE_OWNER -> serviceOwner(item, at);
            case PROJECT_MANAGER -> holders(item, Kind.PROJECT_MANAGER.name(), at);
            case PROJECT_SPONSOR -> holders(item, Kind.PROJECT_SPONSOR.name(), at);
            case PROJECT_ROLE -> holders(item, of, at);
            case OWNER -> known(item.owner()).stream().toList();
            case MANAGER -> manager(item, of == null ? 1 : Integer.parseInt(of), at);
            case PERSON -> known(of).stream().toList();
            case MAIL -> List.of();
        };
    }

    private List<Person> onCall(WorkItem item, @Nullable String layer, Instant at) {
        var team = item.team();
        if (team == null) {
            return List.of();
        }
        if ("all".equals(layer)) {
            return orTeam(team, people.onCallOfAllLayers(team, at), at);
        }
        var found = layer == null ? people.onCall(team, at) : people.onCall(team, Integer.parseInt(layer), at);
        return layer == null
                ? orTeam(team, found.stream().toList(), at)
                : found.stream().toList();
    }

    /** Where nobody is on call, the whole team is told: a gap in a rota must not be silence. */
    private List<Person> orTeam(String team, List<Person> found, Instant at) {
        return found.isEmpty() ? present(team(team), at) : found;
    }

    private List<Person> workingOn(WorkItem item, Instant at) {
        var assignee = known(item.assignee()).stream().toList();
        return assignee.isEmpty() ? onCall(item, null, at) : assignee;
    }

    /** A service without an owner is answered for by its managers. */
    private List<Person> serviceOwner(WorkItem item, Instant at) {
        var owner = Optional.ofNullable(item.service())
                .flatMap(services::find)
                .map(Service::owner)
                .flatMap(this::known);
        return owner.map(List::of).orElseGet(() -> present(people.serviceManagers(item.service()), at));
    }

    /** Where nobody has the role, the case's owner is told: a role that is not filled must not be silence. */
    private List<Person> holders(WorkItem item, @Nullable String role, Instant at) {
        var found = holders.stream()
                .flatMap(one -> one.of(item.number(), String.valueOf(role)).stream())
                .distinct()
                .flatMap(username -> known(username).stream())
                .toList();
        return found.isEmpty() ? known(item.owner()).stream().toList() : present(found, at);
    }

    private List<Person> manager(WorkItem item, int step, Instant at) {
        var managers = new LinkedHashMap<String, Person>();
        for (var person : workingOn(item, at)) {
            var chain = people.managerChain(person.username());
            if (!chain.isEmpty()) {
                var manager = chain.get(Math.min(step, chain.size()) - 1);
                managers.put(manager.username(), manager);
            }
        }
        return List.copyOf(managers.values());
    }

    private List<Person> team(@Nullable String team) {
        return team == null ? List.of() : people.membersOf(team);
    }

    /** Nobody is left out where all are away. */
    private List<Person> present(List<Person> found, Instant at) {
        var present = new ArrayList<>(found);
        present.removeIf(person -> people.isAbsent(person.username(), at));
        return present.isEmpty() ? found : List.copyOf(present);
    }

    private Optional<Person> known(@Nullable String username) {
        return Optional.ofNullable(username)
                .flatMap(people::find)
                .filter(Objects::nonNull)
                .filter(Person::enabled);
    }
}
