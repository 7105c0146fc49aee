package org.relevo.workflow.guard;

import java.util.Collection;
import java.util.Set;
import org.flowable.bpmn.model.BaseElement;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.CallActivity;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.ErrorEventDefinition;
import org.flowable.bpmn.model.EscalationEventDefinition;
import org.flowable.bpmn.model.Event;
import org.flowable.bpmn.model.EventDefinition;
import org.flowable.bpmn.model.EventGateway;
import org.flowable.bpmn.model.EventSubProcess;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.HasExecutionListeners;
import org.flowable.bpmn.model.InclusiveGateway;
import org.flowable.bpmn.model.IntermediateCatchEvent;
import org.flowable.bpmn.model.ManualTask;
import org.flowable.bpmn.model.MessageEventDefinition;
import org.flowable.bpmn.model.ParallelGateway;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.ReceiveTask;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.ServiceTask;
import org.flowable.bpmn.model.SignalEventDefinition;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.SubProcess;
import org.flowable.bpmn.model.TerminateEventDefinition;
import org.flowable.bpmn.model.ThrowEvent;
import org.flowable.bpmn.model.TimerEventDefinition;
import org.flowable.bpmn.model.UserTask;

/** Whatever is not on its lists is refused, and so is whatever hangs code on an element. */
final class KnownElements extends ModelRule {

    private static final Set<Class<?>> ELEMENTS = Set.of(
            StartEvent.class,
            EndEvent.class,
            UserTask.class,
            ServiceTask.class,
            ReceiveTask.class,
            ManualTask.class,
            CallActivity.class,
            SubProcess.class,
            EventSubProcess.class,
            ExclusiveGateway.class,
            ParallelGateway.class,
            InclusiveGateway.class,
            EventGateway.class,
            SequenceFlow.class,
            BoundaryEvent.class,
            IntermediateCatchEvent.class,
            ThrowEvent.class);

    private static final Set<Class<?>> DEFINITIONS = Set.of(
            MessageEventDefinition.class,
            TimerEventDefinition.class,
            SignalEventDefinition.class,
            ErrorEventDefinition.class,
            EscalationEventDefinition.class,
            TerminateEventDefinition.class);

    @Override
    void check(BpmnModel model, Process process, Findings findings) {
        if (!model.getImports().isEmpty()
                || !model.getInterfaces().isEmpty()
                || !model.getItemDefinitions().isEmpty()
                || !model.getDataStores().isEmpty()
                || !model.getResources().isEmpty()) {
            findings.refuse(
                    "SERVICE_DESCRIPTION",
                    process,
                    "The model brings in interfaces, operations, items or stores from outside.",
                    "Delete them; call an action of the catalogue instead.");
        }
        if (!process.getEventListeners().isEmpty()) {
            findings.refuse("LISTENER", process, process.getId() + " has an event listener.", "Delete it.");
        }
        if (!process.getDataObjects().isEmpty() || process.getIoSpecification() != null) {
            findings.refuse(
                    "DATA_OBJECT",
                    process,
                    process.getId() + " has data objects, which Relevo does not read.",
                    "Declare variables as form fields.");
        }
        bare(process, findings);
        listensToNothing(process, process, findings);
        elements(process).forEach(element -> check(element, findings));
    }

    private void check(FlowElement element, Findings findings) {
        if (!ELEMENTS.contains(element.getClass())) {
            findings.refuse(
                    "ELEMENT_REFUSED",
                    element,
                    "%s is a %s, which Relevo does not run.".formatted(Findings.named(element), kind(element)),
                    "Use a user task, an action of the catalogue, or another of the elements in the palette.");
        }
        bare(element, findings);
        listensToNothing(element, element, findings);
        if (element instanceof UserTask task && !task.getTaskListeners().isEmpty()) {
            findings.refuse(
                    "LISTENER",
                    task,
                    task.getId() + " has a task listener.",
                    "Delete it; put an action before or after the task.");
        }
        if (element instanceof Event event) {
            event.getEventDefinitions().forEach(definition -> check(event, definition, findings));
        }
        if (element instanceof SequenceFlow flow) {
            check(flow, findings);
        }
        if (element instanceof SubProcess inner && !inner.getDataObjects().isEmpty()) {
            findings.refuse(
                    "DATA_OBJECT", inner, inner.getId() + " has data objects.", "Declare variables as form fields.");
        }
    }

    private static String kind(BaseElement element) {
        return element.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(java.util.Locale.ROOT);
    }

    private static void check(Event event, EventDefinition definition, Findings findings) {
        var code = definition instanceof MessageEventDefinition message && message.getMessageExpression() != null
                || definition instanceof SignalEventDefinition signal && signal.getSignalExpression() != null;
        if (!DEFINITIONS.contains(definition.getClass()) || code) {
            findings.refuse(
                    "EVENT_REFUSED",
                    event,
                    "%s has a %s, which Relevo does not run.".formatted(event.getId(), kind(definition)),
                    "Use a message, a timer, a signal, an error or an escalation, named by its reference.");
        }
        bare(definition, event, findings);
    }

    private static void check(SequenceFlow flow, Findings findings) {
        if (flow.getConditionLanguage() != null) {
            findings.refuse(
                    "SCRIPT",
                    flow,
                    "%s has a condition in the language %s.".formatted(flow.getId(), flow.getConditionLanguage()),
                    "Delete the language; a condition is an expression.");
        }
        if (flow.getSkipExpression() != null) {
            findings.refuse("SKIP", flow, flow.getId() + " has a skip expression.", "Delete it; use a gateway.");
        }
    }

    private static void bare(BaseElement element, Findings findings) {
        bare(element, element, findings);
    }

    private static void bare(BaseElement element, BaseElement named, Findings findings) {
        if (!element.getExtensionElements().isEmpty()
                || element.getAttributes().keySet().stream()
                        .anyMatch(name -> !(element instanceof ReceiveTask && name.equals("messageRef")))) {
            findings.refuse(
                    "EXTENSION",
                    named,
                    "%s has extensions that Relevo does not read: %s."
                            .formatted(
                                    Findings.named(named),
                                    names(element.getExtensionElements().keySet(), element)),
                    "Delete them.");
        }
    }

    private static String names(Collection<String> elements, BaseElement element) {
        return String.join(", ", elements.isEmpty() ? element.getAttributes().keySet() : elements);
    }

    private static void listensToNothing(HasExecutionListeners element, BaseElement named, Findings findings) {
        if (!element.getExecutionListeners().isEmpty()) {
            findings.refuse(
                    "LISTENER",
                    named,
                    Findings.named(named) + " has an execution listener.",
                    "Delete it; put an action before or after it.");
        }
    }
}
