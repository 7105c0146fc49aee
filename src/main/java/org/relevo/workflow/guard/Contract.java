package org.relevo.workflow.guard;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.CallActivity;
import org.flowable.bpmn.model.Event;
import org.flowable.bpmn.model.EventDefinition;
import org.flowable.bpmn.model.EventSubProcess;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.MessageEventDefinition;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.ReceiveTask;
import org.flowable.bpmn.model.ServiceTask;
import org.flowable.bpmn.model.SignalEventDefinition;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.SubProcess;
import org.flowable.bpmn.model.ThrowEvent;
import org.flowable.bpmn.model.UserTask;
import org.jspecify.annotations.Nullable;

/** Every role, message and field that a process refers to exists, and it is a process that a case can run. */
final class Contract extends ModelRule {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private final Catalogue catalogue;

    Contract(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    void check(BpmnModel model, Process process, Findings findings) {
        if (model.getProcesses().size() != 1) {
            findings.refuse("PROCESSES", process, "The file has more than one process.", "Leave one in it.");
        }
        if (process.getId() == null || !KEY.matcher(process.getId()).matches()) {
            findings.refuse(
                    "PROCESS_KEY",
                    process,
                    "The process has the id %s.".formatted(process.getId()),
                    "Use small letters, digits and hyphens, as in p1-incident.");
        }
        if (!process.isExecutable()) {
            findings.refuse(
                    "NOT_EXECUTABLE", process, process.getId() + " is not executable.", "Mark it as executable.");
        }
        if (!process.getCandidateStarterUsers().isEmpty()
                || !process.getCandidateStarterGroups().isEmpty()) {
            findings.refuse(
                    "STARTERS", process, process.getId() + " names who may start it.", "Delete them: cases start it.");
        }
        starts(process, findings);
        var declared = declared(model, process);
        for (var element : elements(process)) {
            check(model, element, findings);
            if (element instanceof ServiceTask task) {
                inputs(task, declared, findings);
            }
        }
    }

    private static void starts(Process process, Findings findings) {
        for (var start : process.findFlowElementsOfType(StartEvent.class, false)) {
            if (!start.getEventDefinitions().isEmpty()) {
                findings.refuse(
                        "START",
                        start,
                        start.getId() + " starts the process by itself; a process is started by a case.",
                        "Use a start event without a trigger.");
            }
        }
    }

    private void check(BpmnModel model, FlowElement element, Findings findings) {
        if (element instanceof UserTask task) {
            check(task, findings);
        }
        if (element instanceof ReceiveTask || element instanceof UserTask || element instanceof ServiceTask) {
            named(element, findings);
        }
        if (element instanceof CallActivity call) {
            check(call, findings);
        }
        if (element instanceof ReceiveTask task) {
            message(name(model, task.getAttributeValue(null, "messageRef")), task, findings);
        }
        if (element instanceof Event event) {
            for (var definition : event.getEventDefinitions()) {
                check(model, event, definition, findings);
            }
        }
        if (element instanceof SubProcess inner && !(inner instanceof EventSubProcess)) {
            inner.getFlowElements().stream()
                    .filter(one -> one instanceof StartEvent start
                            && !start.getEventDefinitions().isEmpty())
                    .forEach(start -> findings.refuse(
                            "START",
                            start,
                            start.getId() + " has a trigger inside a sub-process.",
                            "Delete the trigger."));
        }
    }

    private void check(CallActivity call, Findings findings) {
        if (!catalogue.processes().contains(call.getCalledElement())) {
            findings.refuse(
                    "UNKNOWN_PROCESS",
                    call,
                    "%s calls the process %s, which is not deployed.".formatted(call.getId(), call.getCalledElement()),
                    "Deploy it first, or choose another.");
        }
        if (!call.isInheritBusinessKey()) {
            findings.refuse(
                    "CALLED_WITHOUT_CASE",
                    call,
                    call.getId() + " calls a process without the case.",
                    "Set inheritBusinessKey to true: the called process works on the same case.");
        }
    }

    private static void named(FlowElement element, Findings findings) {
        if (element.getName() == null || element.getName().isBlank()) {
            findings.warn("UNNAMED", element, element.getId() + " has no name.", "Say what is done there.");
        }
    }

    private void check(UserTask task, Findings findings) {
        if (task.getAssignee() == null && task.getCandidateGroups().isEmpty()) {
            findings.refuse(
                    "NOBODY",
                    task,
                    task.getId() + " is for nobody.",
                    "Give it to a role, to the support group, or to a person by a variable.");
        }
        for (var group : task.getCandidateGroups()) {
            if (!catalogue.groups().contains(group)) {
                findings.refuse(
                        "UNKNOWN_GROUP",
                        task,
                        "%s is for %s, which is no role.".formatted(task.getId(), group),
                        "Choose one of %s."
                                .formatted(String.join(
                                        ", ",
                                        catalogue.groups().stream().sorted().toList())));
            }
        }
        if (!task.getCandidateUsers().isEmpty() || task.getOwner() != null || task.getCategory() != null) {
            findings.refuse(
                    "TASK_ATTRIBUTE",
                    task,
                    task.getId() + " names candidates, an owner or a category that the inbox does not know.",
                    "Name a role or a person.");
        }
        if (task.getDueDate() != null) {
            findings.warn(
                    "DUE_DATE",
                    task,
                    task.getId() + " has a due date, which no commitment follows.",
                    "Targets in the rule tables say when a case is due.");
        }
    }

    private void check(BpmnModel model, Event event, EventDefinition definition, Findings findings) {
        if (definition instanceof MessageEventDefinition message) {
            if (event instanceof ThrowEvent) {
                findings.refuse(
                        "EVENT_REFUSED",
                        event,
                        event.getId() + " sends a message.",
                        "Call an action of the catalogue.");
            }
            message(name(model, message.getMessageRef()), event, findings);
        }
        if (definition instanceof SignalEventDefinition signal) {
            var known = model.getSignal(signal.getSignalRef());
            if (known == null || !"processInstance".equals(known.getScope())) {
                findings.refuse(
                        "SIGNAL",
                        event,
                        event.getId() + " has a signal that other cases would hear too.",
                        "Give the signal the scope processInstance.");
            }
        }
    }

    private static @Nullable String name(BpmnModel model, @Nullable String ref) {
        var message = ref == null ? null : model.getMessage(ref);
        return message == null ? ref : message.getName();
    }

    private void message(@Nullable String name, FlowElement event, Findings findings) {
        if (name == null || catalogue.message(name).isEmpty()) {
            findings.refuse(
                    "UNKNOWN_MESSAGE",
                    event,
                    "%s waits for the message %s, which nothing sends.".formatted(event.getId(), name),
                    "Choose one of those that Relevo sends.");
        }
    }

    /** What an action needs, somebody or something has to bring. */
    private void inputs(ServiceTask task, Set<String> declared, Findings findings) {
        Calls.action(task.getImplementation()).flatMap(catalogue::action).stream()
                .flatMap(action -> action.inputs().stream())
                .filter(input -> input.required() && !declared.contains(input.name()))
                .forEach(input -> findings.warn(
                        "MISSING_INPUT",
                        task,
                        "%s needs the variable %s, which nothing sets.".formatted(task.getId(), input.name()),
                        "Add a form field %s (%s) to a task before.".formatted(input.name(), input.type())));
    }

    private Set<String> declared(BpmnModel model, Process process) {
        var declared = new HashSet<String>();
        var brings = (Consumer<List<Catalogue.Variable>>)
                variables -> variables.forEach(variable -> declared.add(variable.name()));
        brings.accept(catalogue.given(process.getId()));
        catalogue.messages().forEach(message -> brings.accept(message.brings()));
        for (var element : elements(process)) {
            if (element instanceof UserTask task) {
                task.getFormProperties().forEach(field -> declared.add(field.getId()));
            } else if (element instanceof StartEvent start) {
                start.getFormProperties().forEach(field -> declared.add(field.getId()));
            } else if (element instanceof ServiceTask task) {
                Calls.action(task.getImplementation())
                        .flatMap(catalogue::action)
                        .ifPresent(action -> brings.accept(action.outputs()));
            }
        }
        return declared;
    }
}
