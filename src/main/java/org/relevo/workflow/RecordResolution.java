package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.incident.Incidents;

@Action(
        label = "Record resolution",
        description = "Marks the incident as resolved.",
        inputs = {@Action.Variable(name = "summary", label = "What restored the service", required = true)})
class RecordResolution implements JavaDelegate {

    private final Incidents incidents;

    RecordResolution(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var summary = execution.getVariable("summary", String.class);
        incidents.resolve(
                Cases.number(execution),
                Acting.now(execution),
                summary == null || summary.isBlank() ? "service restored" : summary);
    }
}
