package org.relevo.escalation;

import java.time.Instant;
import java.util.List;
import org.relevo.people.Actor;
import org.relevo.workitem.WorkItemNumber;

/** Who was told about which commitment, and who has acknowledged. */
public interface Escalations {

    /** The escalations of a case, oldest first. */
    List<Escalation> of(WorkItemNumber number);

    /**
     * Somebody has taken the case on: nothing further is sent, and mail not yet sent is withdrawn. An escalation whose
     * policy repeats begins anew if nothing happens for that long.
     *
     * @param by username, or the tool that said so
     */
    void acknowledged(WorkItemNumber number, Instant at, String by, String via);

    /** Ends whatever escalates on a case, for good. */
    void end(WorkItemNumber number, Instant at, String reason);

    /** The reason for all alarms is gone: ends what escalates, and tells everyone who got an alarm. */
    void allClear(WorkItemNumber number, Instant at, String reason);

    /** Ends one escalation because somebody says so, with the reason given. */
    void switchOff(long id, String because, Actor by);
}
