package org.relevo.inbox.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.people.Team;
import org.relevo.service.Lifecycle;
import org.relevo.service.Service;
import org.relevo.service.Services;

/** What people call those who appear on one page; each is looked up once. */
final class Names {

    private final People people;
    private final Services services;
    private final Map<String, String> persons = new HashMap<>();
    private final Map<String, String> teams = new HashMap<>();
    private final Map<String, String> known = new HashMap<>();

    Names(People people, Services services) {
        this.people = people;
        this.services = services;
    }

    /** A person's name; what is no username, as the name of a tool, stays as it is. */
    public String person(@Nullable String username) {
        return named(persons, username, u -> people.find(u).map(Person::name));
    }

    public String team(@Nullable String key) {
        return named(teams, key, k -> people.team(k).map(Team::name));
    }

    /** Where a service stands, for one that is not simply in operation; null for all others. */
    public @Nullable Lifecycle stage(@Nullable String key) {
        return key == null
                ? null
                : services.find(key)
                        .map(Service::lifecycle)
                        .filter(stage -> stage != Lifecycle.OPERATIONAL)
                        .orElse(null);
    }

    public String service(@Nullable String key) {
        return named(known, key, k -> services.find(k).map(Service::name));
    }

    private static String named(Map<String, String> names, @Nullable String key, Lookup lookup) {
        return key == null ? "" : names.computeIfAbsent(key, k -> lookup.find(k).orElse(k));
    }

    private interface Lookup {
        Optional<String> find(String key);
    }
}
