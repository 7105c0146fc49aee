package org.relevo.people;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.relevo.platform.Refusal;

/**
 * Who does something: a person, a machine with a token, or Relevo itself.
 *
 * @param name username, token name or the name of the part of Relevo that acts
 * @param teams keys of the teams a person belongs to
 */
public record Actor(String name, Kind kind, Set<Role> roles, Set<String> teams) {

    public enum Kind {
        PERSON,
        TOKEN,
        SYSTEM
    }

    /** Relevo itself, which may do everything that a rule or a process decided. */
    public static Actor system(String name) {
        return new Actor(name, Kind.SYSTEM, Set.of(Role.values()), Set.of());
    }

    /** Refuses unless the actor has one of the roles. */
    public void require(Role... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(roles::contains)) {
            var needed = Arrays.stream(anyOf).map(Role::name).collect(Collectors.joining(" or "));
            throw new Refusal.NotAllowed(
                    "%s has not the role %s. Ask an administrator for it.".formatted(name, needed));
        }
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
