package org.relevo.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who there is, and who answers for what at an instant. */
public interface People {

    Optional<Person> find(String username);

    /** The enabled person with a mail address, whatever its letters' case; empty where several share it. */
    Optional<Person> withMail(String address);

    Optional<Team> team(String key);

    List<Team> teams();

    List<Person> membersOf(String team);

    /** The one on call for a team, by its weekly rota in the team's zone; empty where the team has no rota. */
    Optional<Person> onCall(String team, Instant at);

    /**
     * Those who answer for a service: its service managers, every service manager where it has none, and the
     * administrators where nobody is service manager, so that no escalation is told to nobody.
     */
    List<Person> serviceManagers(@Nullable String service);
}
