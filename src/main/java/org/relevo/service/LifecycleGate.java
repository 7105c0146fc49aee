package org.relevo.service;

import java.util.Optional;
import org.relevo.people.Actor;

/** Another module's say in whether a service may go on in its life, such as a handover that is not accepted yet. */
public interface LifecycleGate {

    /** Why the service may not go there now, as a sentence with the way out; empty where nothing stands against it. */
    Optional<String> objection(Service service, Lifecycle to, Actor by);
}
