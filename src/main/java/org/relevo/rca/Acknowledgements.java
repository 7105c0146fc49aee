package org.relevo.rca;

import org.relevo.escalation.EscalationAcknowledged;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItemType;
import org.relevo.workitem.WorkItems;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody who was told about an analysis or an action by mail has taken note of it. */
@Component
class Acknowledgements {

    private final WorkItems workItems;
    private final Timeline timeline;

    Acknowledgements(WorkItems workItems, Timeline timeline) {
        this.workItems = workItems;
        this.timeline = timeline;
    }

    @EventListener
    @Transactional
    public void on(EscalationAcknowledged acknowledged) {
        var number = acknowledged.workItem();
        var item = workItems.locked(number).filter(one -> one.type() != WorkItemType.INCIDENT);
        if (item.isEmpty() || !item.get().state().open()) {
            return;
        }
        if (item.get().state() == State.NEW) {
            workItems.save(item.get().acknowledged(acknowledged.by()));
        }
        timeline.append(
                number,
                new TimelineEvent(acknowledged.at(), "ACKNOWLEDGED", "Acknowledged by mail", acknowledged.by(), null));
    }
}
