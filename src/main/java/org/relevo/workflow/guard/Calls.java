package org.relevo.workflow.guard;

import java.util.Optional;
import java.util.regex.Pattern;
import org.flowable.bpmn.model.Activity;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.CallActivity;
import org.flowable.bpmn.model.FormProperty;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.ServiceTask;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.UserTask;
import org.jspecify.annotations.Nullable;

/** A process calls actions of the catalogue and other processes, and nothing else. */
final class Calls extends ModelRule {

    private static final Pattern BEAN = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9]*)}");
    private static final java.util.Set<String> TYPES =
            java.util.Set.of("string", "long", "double", "boolean", "date", "enum");

    private final Catalogue catalogue;

    Calls(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The action that a delegate expression names, where it is nothing but a name. */
    static Optional<String> action(@Nullable String expression) {
        var name = BEAN.matcher(expression == null ? "" : expression.strip());
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    @Override
    void check(BpmnModel model, Process process, Findings findings) {
        for (var element : elements(process)) {
            if (element instanceof ServiceTask task && element.getClass() == ServiceTask.class) {
                check(task, findings);
            } else if (element instanceof CallActivity call) {
                check(call, findings);
            } else if (element instanceof UserTask task) {
                check(task, findings);
            } else if (element instanceof StartEvent start) {
                start.getFormProperties().forEach(field -> check(field, start, findings));
            }
            if (element instanceof Activity activity && mapsData(activity)) {
                findings.refuse(
                        "DATA_MAPPING",
                        activity,
                        activity.getId() + " maps data or exceptions.",
                        "Delete the mapping; actions read and set variables by name.");
            }
        }
    }

    private static boolean mapsData(Activity activity) {
        return activity.getIoSpecification() != null
                || !activity.getDataInputAssociations().isEmpty()
                || !activity.getDataOutputAssociations().isEmpty()
                || !activity.getMapExceptions().isEmpty()
                || activity.isForCompensation();
    }

    private void check(ServiceTask task, Findings findings) {
        if (task.getType() != null && !task.getType().isEmpty()) {
            findings.refuse(
                    "TASK_TYPE",
                    task,
                    "%s is a task of the type %s, which Relevo does not run.".formatted(task.getId(), task.getType()),
                    "Choose an action of the catalogue.");
        } else if (!"delegateExpression".equals(task.getImplementationType())) {
            findings.refuse(
                    "IMPLEMENTATION",
                    task,
                    "%s calls %s; a step calls an action of the catalogue."
                            .formatted(
                                    task.getId(),
                                    task.getImplementation() == null ? "nothing" : task.getImplementation()),
                    "Choose an action of the catalogue.");
        } else if (action(task.getImplementation()).flatMap(catalogue::action).isEmpty()) {
            findings.refuse(
                    "UNKNOWN_ACTION",
                    task,
                    "%s calls %s, which is no action of the catalogue."
                            .formatted(task.getId(), task.getImplementation()),
                    "Choose an action of the catalogue, which lists what a process may call.");
        }
        if (!task.getFieldExtensions().isEmpty() || !task.getCustomProperties().isEmpty()) {
            findings.refuse(
                    "FIELD",
                    task,
                    task.getId() + " injects fields.",
                    "Delete them; an action reads variables by name.");
        }
        if (task.getSkipExpression() != null) {
            findings.refuse("SKIP", task, task.getId() + " has a skip expression.", "Delete it; use a gateway.");
        }
        if (task.getResultVariableName() != null || task.getOperationRef() != null || task.isTriggerable()) {
            findings.refuse(
                    "IMPLEMENTATION",
                    task,
                    task.getId() + " has a result variable, an operation or a trigger.",
                    "Delete it; the catalogue says which variables an action sets.");
        }
    }

    private void check(CallActivity call, Findings findings) {
        var key = call.getCalledElement();
        if (key == null || key.contains("{") || "id".equals(call.getCalledElementType())) {
            findings.refuse(
                    "CALLED_PROCESS",
                    call,
                    "%s calls %s; which process is called is known beforehand.".formatted(call.getId(), key),
                    "Choose one process by its key.");
        }
        if (call.getProcessInstanceName() != null || call.getProcessInstanceIdVariableName() != null) {
            findings.refuse(
                    "CALLED_PROCESS", call, call.getId() + " names the instance that it calls.", "Delete the name.");
        }
    }

    private void check(UserTask task, Findings findings) {
        if (task.getSkipExpression() != null) {
            findings.refuse("SKIP", task, task.getId() + " has a skip expression.", "Delete it; use a gateway.");
        }
        if (task.getFormKey() != null
                || task.getBusinessCalendarName() != null
                || task.getTaskIdVariableName() != null
                || !task.getCustomProperties().isEmpty()) {
            findings.refuse(
                    "TASK_ATTRIBUTE",
                    task,
                    task.getId() + " has a form key, a calendar or properties that Relevo does not read.",
                    "Delete them; a task's form consists of form fields.");
        }
        task.getFormProperties().forEach(field -> check(field, task, findings));
    }

    private static void check(FormProperty field, org.flowable.bpmn.model.FlowElement owner, Findings findings) {
        if (field.getType() != null && !TYPES.contains(field.getType())) {
            findings.refuse(
                    "FIELD_TYPE",
                    owner,
                    "The field %s of %s is of the type %s.".formatted(field.getId(), owner.getId(), field.getType()),
                    "Use string, long, double, boolean, date or enum.");
        }
    }
}
