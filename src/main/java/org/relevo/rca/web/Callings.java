package org.relevo.rca.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.people.Team;
import org.relevo.service.Service;
import org.relevo.service.Services;

/** What people call those who appear on one page; each is looked up once. */
final class Callings {

    private final People people;
    private final Services services;
    private final Map<String, String> known = new HashMap<>();

    Callings(People people, Services services) {
        this.people = people;
        this.services = services;
    }

    /** A person's name; what is no username, as the name of a tool, stays as it is. */
    public String person(@Nullable String username) {
        return username == null
                ? ""
                : known.computeIfAbsent(
                        "p " + username,
                        key -> people.find(username).map(Person::name).orElse(username));
    }

    public String team(@Nullable String key) {
        return key == null
                ? ""
                : known.computeIfAbsent(
                        "t " + key, k -> people.team(key).map(Team::name).orElse(key));
    }

    public String service(@Nullable String key) {
        return key == null
                ? ""
                : known.computeIfAbsent(
                        "s " + key, k -> services.find(key).map(Service::name).orElse(key));
    }
}
