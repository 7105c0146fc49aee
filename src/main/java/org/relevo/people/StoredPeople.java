package org.relevo.people;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Remembered;
import org.springframework.stereotype.Component;

/** Answers from a reading of the tables that is at most two seconds old. */
@Component
class StoredPeople implements People {

    private final Remembered<PeopleSnapshot> snapshot;

    StoredPeople(PeopleTables tables) {
        this.snapshot = new Remembered<>(Duration.ofSeconds(2), tables::read);
    }

    PeopleSnapshot snapshot() {
        return snapshot.get();
    }

    void forget() {
        snapshot.forget();
    }

    @Override
    public Optional<Person> find(String username) {
        return snapshot().person(username);
    }

    @Override
    public Optional<Person> withMail(String address) {
        var found = snapshot().persons().values().stream()
                .filter(person -> person.enabled() && person.mail().equalsIgnoreCase(address))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    @Override
    public Optional<Team> team(String key) {
        return Optional.ofNullable(snapshot().teams().get(key));
    }

    @Override
    public List<Team> teams() {
        return List.copyOf(snapshot().teams().values());
    }

    @Override
    public List<Person> membersOf(String team) {
        var now = snapshot();
        return now.enabled(now.members().getOrDefault(team, List.of()));
    }

    @Override
    public Optional<Person> onCall(String team, Instant at) {
        return snapshot().onCall(team, at).stream().findFirst();
    }

    @Override
    public Optional<Person> onCall(String team, int layer, Instant at) {
        return snapshot().onCall(team, layer, at);
    }

    @Override
    public List<Person> onCallOfAllLayers(String team, Instant at) {
        return snapshot().onCall(team, at).stream().distinct().toList();
    }

    @Override
    public List<Person> managerChain(String username) {
        var now = snapshot();
        var chain = new LinkedHashMap<String, Person>();
        var at = now.managerOf(username);
        while (at.isPresent()
                && !at.get().username().equals(username)
                && !chain.containsKey(at.get().username())) {
            chain.put(at.get().username(), at.get());
            at = now.managerOf(at.get().username());
        }
        return chain.values().stream().filter(Person::enabled).toList();
    }

    @Override
    public boolean isAbsent(String username, Instant at) {
        return snapshot().presence().isAbsent(username, at);
    }

    @Override
    public List<Person> serviceManagers(@Nullable String service) {
        var now = snapshot();
        var own = service == null
                ? List.<Person>of()
                : now.enabled(now.serviceManagers().getOrDefault(service, List.of()));
        if (!own.isEmpty()) {
            return own;
        }
        var all = now.enabledWith(Role.SERVICE_MANAGER);
        return all.isEmpty() ? now.enabledWith(Role.ADMIN) : all;
    }
}
