package org.relevo.workflow;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flowable.engine.HistoryService;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.history.HistoricActivityInstance;
import org.flowable.engine.history.HistoricProcessInstance;
import org.jspecify.annotations.Nullable;
import org.relevo.inbox.Inbox;
import org.relevo.incident.CaseCourse;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads from the engine's history how far a case has come. */
@Component
class EngineCourse implements CaseCourse {

    /** What takes no time, or is only drawn. */
    private static final Set<String> NO_STEPS = Set.of(
            "sequenceFlow",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "boundaryEvent",
            "subProcess",
            "eventSubProcess");

    /** Where a process waits for people. */
    private static final Set<String> FOR_PEOPLE = Set.of("userTask", "receiveTask");

    private final HistoryService history;
    private final RepositoryService repository;
    private final Inbox inbox;

    EngineCourse(HistoryService history, RepositoryService repository, Inbox inbox) {
        this.history = history;
        this.repository = repository;
        this.inbox = inbox;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Step> steps(WorkItemNumber number) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number.value()).list().stream()
                // what a level of an escalation does stands beside the case's own course
                .filter(instance -> !instance.getProcessDefinitionKey().equals("escalation"))
                .sorted(Comparator.comparing(HistoricProcessInstance::getStartTime))
                .flatMap(instance ->
                        history
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream())
                .filter(step -> step.getActivityName() != null
                        && !step.getActivityName().isBlank()
                        && !NO_STEPS.contains(step.getActivityType()))
                .sorted(Comparator.comparing(HistoricActivityInstance::getStartTime))
                .map(EngineCourse::step)
                .toList();
    }

    @Override
    public Set<String> names(String element) {
        return repository.createProcessDefinitionQuery().list().stream()
                .flatMap(one ->
                        Stream.ofNullable(repository.getBpmnModel(one.getId()).getFlowElement(element)))
                .flatMap(found -> Stream.ofNullable(found.getName()))
                .collect(Collectors.toSet());
    }

    private static Step step(HistoricActivityInstance step) {
        return new Step(
                step.getActivityId(),
                step.getActivityName(),
                FOR_PEOPLE.contains(step.getActivityType()),
                step.getStartTime().toInstant(),
                instant(step.getEndTime()));
    }

    private static @Nullable Instant instant(@Nullable Date at) {
        return at == null ? null : at.toInstant();
    }

    @Override
    public List<OpenTask> openTasks(WorkItemNumber number) {
        return inbox.of(number).stream()
                .filter(task -> task.endedAt() == null)
                .map(task -> new OpenTask(task.name(), task.assignee()))
                .toList();
    }
}
