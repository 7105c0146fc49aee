package org.relevo.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.common.engine.api.FlowableObjectNotFoundException;
import org.flowable.common.engine.api.FlowableTaskAlreadyClaimedException;
import org.flowable.engine.FormService;
import org.flowable.engine.TaskService;
import org.flowable.engine.form.FormProperty;
import org.relevo.inbox.FormField;
import org.relevo.inbox.TaskEngine;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.springframework.stereotype.Component;

@Component
class EngineTasks implements TaskEngine {

    private final TaskService tasks;
    private final FormService forms;

    EngineTasks(TaskService tasks, FormService forms) {
        this.tasks = tasks;
        this.forms = forms;
    }

    @Override
    public List<FormField> form(String taskId) {
        return forms.getTaskFormData(taskId).getFormProperties().stream()
                .filter(FormProperty::isWritable)
                .map(EngineTasks::field)
                .toList();
    }

    private static FormField field(FormProperty property) {
        return new FormField(
                property.getId(),
                property.getName() == null ? property.getId() : property.getName(),
                property.getType().getName(),
                property.isRequired(),
                options(property.getType().getInformation("values")),
                property.getValue());
    }

    private static Map<String, String> options(@org.jspecify.annotations.Nullable Object values) {
        var options = new LinkedHashMap<String, String>();
        if (values instanceof Map<?, ?> map) {
            map.forEach((value, label) -> options.put(String.valueOf(value), String.valueOf(label)));
        }
        return options;
    }

    @Override
    public void claim(String taskId, String username) {
        try {
            tasks.claim(taskId, username);
        } catch (FlowableTaskAlreadyClaimedException e) {
            throw new Refusal.Conflict("%s has already claimed this task.".formatted(e.getTaskAssignee()));
        } catch (FlowableObjectNotFoundException e) {
            throw new Refusal.Conflict("This task has ended and can no longer be claimed.");
        }
    }

    @Override
    public void release(String taskId) {
        tasks.unclaim(taskId);
    }

    @Override
    public void complete(String taskId, Actor by, Map<String, Object> values) {
        try {
            Acting.as(by, () -> tasks.complete(taskId, by.name(), values));
        } catch (FlowableException e) {
            throw e.getCause() instanceof Refusal refused ? refused : e;
        }
    }
}
