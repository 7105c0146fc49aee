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

    /**
     * The one who answers for a team: who is on call on its first layer or, while that one is empty, on the next layer
     * that has somebody. Empty where nobody is on call at all.
     */
    Optional<Person> onCall(String team, Instant at);

    /** The one on call on one layer (1 is the first line of call); empty where that layer has nobody at the time. */
    Optional<Person> onCall(String team, int layer, Instant at);

    /** Everybody on call for a team, the first layer first, each person once. */
    List<Person> onCallOfAllLayers(String team, Instant at);

    /** Those a person reports to, nearest first, as far as they are enabled. */
    List<Person> managerChain(String username);

    /** Whether somebody has entered that this person is away at the time. */
    boolean isAbsent(String username, Instant at);

    /**
     * Those who answer for a service: its service managers, every service manager where it has none, and the
     * administrators where nobody is service manager, so that no escalation is told to nobody.
     */
    List<Person> serviceManagers(@Nullable String service);
}
