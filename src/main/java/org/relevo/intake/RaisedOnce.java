package org.relevo.intake;

import org.jspecify.annotations.Nullable;
import org.relevo.incident.RaiseIncident;
import org.relevo.people.Actor;
import org.relevo.workitem.WorkItem;

/** Raises incidents that people and programs send, each once however often it is sent. */
public interface RaisedOnce {

    /**
     * Raises an incident, in a transaction of its own. The same key again gives the incident that it raised; with anything
     * else in it, it is refused.
     *
     * @param key the sender's own key for this request; without one every request raises an incident
     */
    WorkItem raise(@Nullable String key, RaiseIncident what, Actor by);
}
