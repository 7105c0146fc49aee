package org.relevo.people;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Everybody there is, as one reading of the tables. */
record PeopleSnapshot(
        Map<String, Person> persons,
        Map<String, Set<Role>> roles,
        Map<String, Team> teams,
        Map<String, List<String>> members,
        Map<String, Schedule> schedules,
        Presence presence,
        Map<String, List<String>> serviceManagers) {

    Optional<Person> person(String username) {
        return Optional.ofNullable(persons.get(username));
    }

    Optional<Person> managerOf(String username) {
        return person(username).map(Person::manager).flatMap(this::person);
    }

    Optional<Schedule> schedule(String team) {
        return Optional.ofNullable(schedules.get(team));
    }

    Optional<Person> onCall(String team, int layer, Instant at) {
        return schedule(team).flatMap(schedule -> schedule.onCall(layer, at)).flatMap(this::person);
    }

    /** Those on call, the first layer first; somebody on two layers is named for each. */
    List<Person> onCall(String team, Instant at) {
        return schedule(team).stream()
                .flatMap(schedule -> schedule.layers().stream())
                .flatMap(layer -> onCall(team, layer.number(), at).stream())
                .toList();
    }

    boolean isEnabled(String username) {
        return person(username).filter(Person::enabled).isPresent();
    }

    /** Those of the usernames who are enabled, by name. */
    List<Person> enabled(List<String> usernames) {
        return usernames.stream()
                .map(persons::get)
                .filter(Objects::nonNull)
                .filter(Person::enabled)
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    List<Person> enabledWith(Role role) {
        return enabled(
                persons.keySet().stream().filter(u -> rolesOf(u).contains(role)).toList());
    }

    Set<Role> rolesOf(String username) {
        return roles.getOrDefault(username, Set.of());
    }

    Set<String> teamsOf(String username) {
        return members.entrySet().stream()
                .filter(e -> e.getValue().contains(username))
                .map(Map.Entry::getKey)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
