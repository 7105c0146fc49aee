package org.relevo.people;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What follows from a change of a rota: it is read anew, and whoever listens is told. */
@Component
class RotaChanges {

    private final StoredPeople people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RotaChanges(StoredPeople people, ApplicationEventPublisher events, Clock clock) {
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    void of(String team) {
        people.forget();
        events.publishEvent(new RotaChanged(team, clock.instant()));
    }

    /** In every team whose rota knows the person. */
    void ofPerson(String username) {
        people.forget();
        people.snapshot().schedules().values().stream()
                .filter(schedule -> schedule.knows(username))
                .forEach(schedule -> events.publishEvent(new RotaChanged(schedule.team(), clock.instant())));
    }
}
