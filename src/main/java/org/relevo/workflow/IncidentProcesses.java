package org.relevo.workflow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.relevo.inbox.TaskRegister;
import org.relevo.incident.IncidentPriorityChanged;
import org.relevo.incident.IncidentRaised;
import org.relevo.incident.IncidentReopened;
import org.relevo.rules.Priority;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Which process an incident is in: {@code p1-incident} or {@code incident}. When its priority crosses that line, the process
 * it is in ends as one that goes on in the other, and the other one begins where the work stands; whoever had claimed a
 * task has the one that takes its place.
 */
@Component
class IncidentProcesses {

    private static final String P1 = "p1-incident";
    private static final String OTHER = "incident";

    /** The task that takes a task's place in the other process. */
    private static final Map<String, String> TAKES_ITS_PLACE = Map.of(
            "acknowledgeIncident",
            "acknowledgeIncident",
            "resolveIncident",
            "restoreService",
            "restoreService",
            "resolveIncident");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final TaskRegister register;

    IncidentProcesses(RuntimeService runtime, TaskService tasks, TaskRegister register) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.register = register;
    }

    @EventListener
    void on(IncidentRaised raised) {
        start(raised.incident());
    }

    /** A process that still waits for the confirmation goes on; one that has ended with the closing begins anew. */
    @EventListener
    void on(IncidentReopened reopened) {
        var waiting = runtime.createExecutionQuery()
                .processInstanceBusinessKey(reopened.incident().number().value(), true)
                .messageEventSubscriptionName("incidentReopened")
                .list();
        waiting.forEach(
                one -> runtime.messageEventReceived("incidentReopened", one.getId(), Map.of("acknowledged", true)));
        if (waiting.isEmpty()) {
            start(reopened.incident());
        }
    }

    @EventListener
    void on(IncidentPriorityChanged changed) {
        if (changed.promoted() || changed.demoted()) {
            var claimed = claimed(changed.incident());
            leave(changed.incident(), changed.promoted() ? "incidentPromoted" : "incidentDemoted");
            start(changed.incident());
            claimed.forEach((key, person) -> claim(changed, TAKES_ITS_PLACE.get(key), person));
        }
    }

    private void start(WorkItem incident) {
        runtime.startProcessInstanceByKey(
                incident.priority() == Priority.P1 ? P1 : OTHER,
                incident.number().value(),
                Map.of("acknowledged", incident.state() == State.ACKNOWLEDGED));
    }

    private Map<String, String> claimed(WorkItem incident) {
        var claimed = new HashMap<String, String>();
        tasks.createTaskQuery()
                .processInstanceBusinessKey(incident.number().value())
                .taskAssigned()
                .list()
                .forEach(task -> claimed.put(task.getTaskDefinitionKey(), task.getAssignee()));
        return claimed;
    }

    /** A case that runs by an older version of the model, which does not know the message, just ends there. */
    private void leave(WorkItem incident, String message) {
        for (var instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(incident.number().value())
                .processDefinitionKey(message.equals("incidentPromoted") ? OTHER : P1)
                .list()) {
            Optional.ofNullable(runtime.createExecutionQuery()
                            .processInstanceId(instance.getId())
                            .messageEventSubscriptionName(message)
                            .singleResult())
                    .ifPresentOrElse(
                            waiting -> runtime.messageEventReceived(message, waiting.getId()),
                            () -> runtime.deleteProcessInstance(instance.getId(), message));
        }
    }

    private void claim(IncidentPriorityChanged changed, @Nullable String key, String person) {
        if (key != null) {
            tasks.createTaskQuery()
                    .processInstanceBusinessKey(changed.incident().number().value())
                    .taskDefinitionKey(key)
                    .taskUnassigned()
                    .list()
                    .forEach(task -> {
                        tasks.claim(task.getId(), person);
                        register.claimed(task.getId(), person, changed.at());
                    });
        }
    }
}
