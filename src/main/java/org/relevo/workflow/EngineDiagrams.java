package org.relevo.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.flowable.engine.HistoryService;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.history.HistoricActivityInstance;
import org.flowable.engine.history.HistoricProcessInstance;
import org.flowable.engine.repository.ProcessDefinition;
import org.relevo.inbox.Diagrams;
import org.relevo.inbox.ProcessDefinitions;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class EngineDiagrams implements Diagrams, ProcessDefinitions {

    private final HistoryService history;
    private final RepositoryService repository;

    EngineDiagrams(HistoryService history, RepositoryService repository) {
        this.history = history;
        this.repository = repository;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Diagram> of(WorkItemNumber number) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number.value()).list().stream()
                // what a level of an escalation does stands beside the case's own course
                .filter(instance -> !instance.getProcessDefinitionKey().equals("escalation"))
                .max(Comparator.comparing((HistoricProcessInstance instance) -> instance.getEndTime() == null)
                        .thenComparing(HistoricProcessInstance::getStartTime))
                .map(this::diagram);
    }

    private Diagram diagram(HistoricProcessInstance instance) {
        var active = new HashSet<String>();
        var completed = new HashSet<String>();
        var taken = new HashSet<String>();
        for (var step : history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .list()) {
            if (step.getActivityType().equals("sequenceFlow")) {
                taken.add(step.getActivityId());
            } else if (onlyDrawn(step)) {
                continue;
            } else if (step.getEndTime() == null) {
                active.add(step.getActivityId());
            } else if (step.getDeleteReason() == null) {
                completed.add(step.getActivityId());
            }
        }
        return new Diagram(xmlOf(instance.getProcessDefinitionId()), active, completed, taken);
    }

    /** A sub-process has its tokens in what it contains; a boundary event listens while its task has the token. */
    private static boolean onlyDrawn(HistoricActivityInstance step) {
        return step.getActivityType().toLowerCase(Locale.ROOT).endsWith("subprocess")
                || step.getActivityType().equals("boundaryEvent") && step.getEndTime() == null;
    }

    @Override
    public List<Definition> all() {
        return repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list()
                .stream()
                .map(EngineDiagrams::definition)
                .toList();
    }

    private static Definition definition(ProcessDefinition found) {
        return new Definition(
                found.getKey(),
                found.getName(),
                found.getDescription() == null ? "" : found.getDescription(),
                found.getVersion());
    }

    @Override
    public Optional<String> xml(String key) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().list().stream()
                .findFirst()
                .map(found -> xmlOf(found.getId()));
    }

    private String xmlOf(String definitionId) {
        try (var model = repository.getProcessModel(definitionId)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
