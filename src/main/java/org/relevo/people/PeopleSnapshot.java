package org.relevo.people;

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
        Map<String, Rota> rotas,
        Map<String, List<String>> serviceManagers) {

    Optional<Person> person(String username) {
        return Optional.ofNullable(persons.get(username));
    }

    Optional<Person> managerOf(String username) {
        return person(username).map(Person::manager).flatMap(this::person);
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
