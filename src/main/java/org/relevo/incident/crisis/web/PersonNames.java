package org.relevo.incident.crisis.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.people.People;
import org.relevo.people.Person;

/** What people call those who appear on one page; each is looked up once. */
public final class PersonNames {

    private final People people;
    private final Map<String, Optional<String>> names = new HashMap<>();

    PersonNames(People people) {
        this.people = people;
    }

    /** A person's name; what is no username, as the name of a tool, stays as it is. */
    public String person(@Nullable String username) {
        return username == null ? "" : find(username).orElse(username);
    }

    Optional<String> find(String username) {
        return names.computeIfAbsent(username, one -> people.find(one).map(Person::name));
    }
}
