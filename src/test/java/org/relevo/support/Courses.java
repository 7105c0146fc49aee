package org.relevo.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.engine.RepositoryService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which ways through a process were really gone, as the engine's history tells. */
public final class Courses {

    private final RepositoryService repository;
    private final JdbcClient jdbc;

    Courses(RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** Each end event was reached, and each boundary event fired, in the cases that ran so far. */
    public void everyEndAndBoundaryEventOf(String key) {
        var passed = new TreeSet<>(
                jdbc.sql("""
                        select distinct a.act_id_ from act_hi_actinst a
                        join act_re_procdef d on d.id_ = a.proc_def_id_ where d.key_ = :key""").param("key", key).query(String.class).list());
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
        var process = repository.getBpmnModel(definition.getId()).getMainProcess();
        var untried = new TreeSet<String>();
        process.findFlowElementsOfType(EndEvent.class, true).stream()
                .map(EndEvent::getId)
                .filter(id -> !passed.contains(id))
                .forEach(untried::add);
        // that a boundary event listened says nothing; what leaves it says that it fired
        process.findFlowElementsOfType(BoundaryEvent.class, true).stream()
                .filter(event -> event.getOutgoingFlows().stream()
                        .map(SequenceFlow::getId)
                        .noneMatch(passed::contains))
                .map(BoundaryEvent::getId)
                .forEach(untried::add);
        assertThat(untried)
                .as("ends and boundary events of %s that no test came to", key)
                .isEmpty();
    }
}
