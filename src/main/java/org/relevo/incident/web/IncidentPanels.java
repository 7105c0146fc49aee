package org.relevo.incident.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.Cost;
import org.relevo.incident.Duplicates;
import org.relevo.incident.Impact;
import org.relevo.incident.Impacts;
import org.relevo.incident.Measure;
import org.relevo.incident.Measured;
import org.relevo.incident.Measures;
import org.relevo.service.Service;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemLink;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.stereotype.Component;

/** What this module adds to the page of an incident. Its template asks for it by name. */
@Component
public class IncidentPanels {

    private final Impacts impacts;
    private final Duplicates duplicates;
    private final Measures measures;
    private final WorkItems workItems;

    IncidentPanels(Impacts impacts, Duplicates duplicates, Measures measures, WorkItems workItems) {
        this.impacts = impacts;
        this.duplicates = duplicates;
        this.measures = measures;
        this.workItems = workItems;
    }

    /** An incident that is linked, with the link. */
    public record Linked(WorkItem item, WorkItemLink link) {}

    public record Panels(
            Impact impact,
            List<Service> services,
            Cost cost,
            boolean follows,
            List<Linked> duplicates,
            List<Time> times,
            int reopened) {}

    public record Time(String name, Measure measure) {}

    public Panels of(WorkItem item) {
        var number = item.number();
        var measured = measures.of(number);
        return new Panels(
                impacts.of(number),
                impacts.services(number),
                impacts.cost(number),
                duplicates.parentOf(number).isPresent(),
                duplicates.childrenOf(number).stream()
                        .map(link -> linked(link.from(), link))
                        .toList(),
                times(measured),
                measured.reopened());
    }

    private static List<Time> times(Measured measured) {
        return List.of(
                new Time("acknowledge", measured.toAcknowledge()),
                new Time("workaround", measured.toWorkaround()),
                new Time("resolve", measured.toResolve()),
                new Time("hold", measured.onHold()));
    }

    /** What it follows; null where it stands by itself. */
    public @Nullable Linked parentOf(WorkItem item) {
        return duplicates
                .parentOf(item.number())
                .map(link -> linked(link.to(), link))
                .orElse(null);
    }

    private Linked linked(WorkItemNumber number, WorkItemLink link) {
        return new Linked(workItems.find(number).orElseThrow(), link);
    }
}
