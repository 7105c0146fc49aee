package org.relevo.rca;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relevo.notification.Outbox;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.stereotype.Component;

/** Sends an approved analysis to those who manage its service and its owner. In the caller's transaction. */
@Component
class Distribution {

    private final RcaReading reading;
    private final RcaRows rows;
    private final WorkItems workItems;
    private final Timeline timeline;
    private final People people;
    private final RcaMail mail;
    private final Outbox outbox;
    private final Clock clock;

    Distribution(
            RcaReading reading,
            RcaRows rows,
            WorkItems workItems,
            Timeline timeline,
            People people,
            RcaMail mail,
            Outbox outbox,
            Clock clock) {
        this.reading = reading;
        this.rows = rows;
        this.workItems = workItems;
        this.timeline = timeline;
        this.people = people;
        this.mail = mail;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Answers how many corrective actions are still to prove themselves. */
    int send(WorkItemNumber number, Actor by) {
        var now = clock.instant();
        var item = reading.item(number);
        rows.delivered(number, now);
        workItems.save(item.moved(State.RESOLVED, now));
        var content = reading.content(number);
        var readers = management(item);
        outbox.add(mail.write(reading.get(number), item, content, readers), now);
        timeline.append(
                number,
                new TimelineEvent(
                        now,
                        "RCA_DELIVERED",
                        "Delivered to "
                                + (readers.isEmpty()
                                        ? "nobody: no service manager and no manager is known"
                                        : String.join(
                                                ", ",
                                                readers.stream()
                                                        .map(Person::name)
                                                        .toList())),
                        by.name(),
                        null));
        var unproven = (int) content.actions().stream()
                .filter(action -> action.status() == CorrectiveAction.Status.OPEN
                        || action.status() == CorrectiveAction.Status.DONE)
                .count();
        if (unproven == 0) {
            rows.status(number, RcaStatus.PROVEN);
            workItems.save(reading.item(number).moved(State.CLOSED, now));
        }
        return unproven;
    }

    private List<Person> management(WorkItem item) {
        Map<String, Person> readers = new LinkedHashMap<>();
        people.serviceManagers(item.service()).forEach(person -> readers.put(person.username(), person));
        if (item.owner() != null) {
            people.managerChain(item.owner()).forEach(person -> readers.put(person.username(), person));
        }
        return List.copyOf(readers.values());
    }
}
