package org.relevo.incident;

import java.util.List;
import org.relevo.people.Actor;
import org.relevo.service.Service;
import org.relevo.workitem.WorkItemNumber;

/** Whom and what incidents affect, and what that costs. Open or ended, what is found out later can still be said. */
public interface Impacts {

    Impact of(WorkItemNumber number);

    /** Every service affected that is still in the catalogue, the one that the incident was raised for first. */
    List<Service> services(WorkItemNumber number);

    /** What it has cost so far. */
    Cost cost(WorkItemNumber number);

    /** Says anew what an incident affects. What has changed stands on the timeline; where nothing has, nothing does. */
    Impact change(WorkItemNumber number, ChangeImpact to, Actor by);
}
