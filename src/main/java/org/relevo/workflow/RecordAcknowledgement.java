package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.incident.Incidents;

@Action(
        label = "Record acknowledgement",
        description = "Marks the incident as acknowledged by the one who completed the task before.")
class RecordAcknowledgement implements JavaDelegate {

    private final Incidents incidents;

    RecordAcknowledgement(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        incidents.acknowledge(Cases.number(execution), Acting.now(execution), "in the inbox");
    }
}
