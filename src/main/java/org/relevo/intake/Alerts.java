package org.relevo.intake;

import java.time.Instant;
import java.util.List;
import org.relevo.workitem.WorkItemNumber;

/** The alerts of all monitoring tools: each on exactly one incident, however often and in whatever order it comes. */
public interface Alerts {

    /** Takes a delivery in, in a transaction of its own: when this returns it is committed. */
    Receipt receive(Delivery delivery);

    /** Takes an event in, in a transaction of its own: when this returns it is committed. */
    Receipt receive(KeyedEvent event);

    /** The alerts on a case, oldest first. */
    List<OnIncident> of(WorkItemNumber number);

    /** An alert as its incident shows it. */
    record OnIncident(String source, String fingerprint, Instant startsAt, Alert.Status status) {}
}
