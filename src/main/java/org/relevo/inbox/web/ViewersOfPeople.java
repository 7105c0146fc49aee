package org.relevo.inbox.web;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.relevo.inbox.Inbox;
import org.relevo.inbox.Inbox.Tab;
import org.relevo.people.Actors;
import org.relevo.people.People;
import org.relevo.people.Role;
import org.relevo.platform.web.Viewer;
import org.relevo.platform.web.Viewers;
import org.springframework.stereotype.Component;

/** Knows the one who is signed in, and what waits in the inbox. */
@Component
class ViewersOfPeople implements Viewers {

    private final People people;
    private final Actors actors;
    private final Inbox inbox;
    private final TaskRows rows;
    private final Clock clock;

    ViewersOfPeople(People people, Actors actors, Inbox inbox, TaskRows rows, Clock clock) {
        this.people = people;
        this.actors = actors;
        this.inbox = inbox;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Optional<Viewer> find(String username) {
        return people.find(username)
                .map(p -> new Viewer(p.username(), p.name(), p.zone(), p.language(), isAdmin(username)));
    }

    private boolean isAdmin(String username) {
        return actors.of(username).filter(who -> who.has(Role.ADMIN)).isPresent();
    }

    @Override
    public Waiting waiting(String username) {
        return actors.of(username)
                .map(who -> {
                    var tasks = inbox.count(who, Tab.MINE, null) + inbox.count(who, Tab.TEAMS, null);
                    var first = Stream.of(Tab.MINE, Tab.TEAMS)
                            .flatMap(tab -> inbox.find(who, tab, null, 0, 1).stream())
                            .toList();
                    var now = clock.instant();
                    return new Waiting(tasks, rows.of(first).stream().anyMatch(row -> row.late(now)));
                })
                .orElse(new Waiting(0, false));
    }
}
