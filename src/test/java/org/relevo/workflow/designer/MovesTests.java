package org.relevo.workflow.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many running cases on to another version: some at a time, stopped, ended meanwhile, asked for twice. */
@IntegrationTest
class MovesTests {

    private static final String KEY = "moves-sample";

    private static final Actor ADMIN = new Actor("draws", Actor.Kind.PERSON, Set.of(Role.PROCESS_ADMIN), Set.of());

    private static final Actor AGENT = new Actor("agent", Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of());

    @Autowired
    Moves moves;

    @Autowired
    Migrations migrations;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    SettableClock clock;

    @Autowired
    DueWork dueWork;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forget() {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(KEY)
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test"));
        repository.createProcessDefinitionQuery().processDefinitionKey(KEY).list().stream()
                .map(found -> found.getDeploymentId())
                .distinct()
                .forEach(deployment -> repository.deleteDeployment(deployment, true));
        jdbc.sql("delete from process_move where process_key = :key")
                .param("key", KEY)
                .update();
        jdbc.sql("delete from scheduled_tasks where task_name = 'case-moves'").update();
    }

    @Test
    void twentyAreMovedAtATimeUntilSomebodyStopsIt() {
        deploy("PT10H");
        var cases = start(45);
        deploy("PT10H");
        var audited = audited();
        var move = moves.begin(KEY, ADMIN);
        assertThat(move.waiting()).isEqualTo(45);
        assertThat(moves.work(move.id())).isTrue();
        assertThat(moves.get(KEY, move.id()).moved()).isEqualTo(20);
        assertThatThrownBy(() -> moves.begin(KEY, ADMIN))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("being moved already");
        assertThatThrownBy(() -> moves.stop(KEY, move.id(), AGENT)).isInstanceOf(Refusal.NotAllowed.class);
        moves.stop(KEY, move.id(), ADMIN);
        assertThat(moves.work(move.id())).isFalse();
        var ended = moves.get(KEY, move.id());
        assertThat(ended.open()).isFalse();
        assertThat(List.of(ended.moved(), ended.stayed(), ended.left(), ended.waiting()))
                .containsExactly(20L, 0L, 25L, 0L);
        assertThat(cases).filteredOn(instance -> version(instance) == 2).hasSize(20);
        assertThat(audited()).isEqualTo(audited + 20);
        // what was left is moved by asking again
        var again = moves.begin(KEY, ADMIN);
        dueWork.now();
        assertThat(moves.get(KEY, again.id()).moved()).isEqualTo(25);
        assertThat(cases).allMatch(instance -> version(instance) == 2);
        assertThatThrownBy(() -> moves.begin(KEY, ADMIN)).hasMessageContaining("Every case of " + KEY);
    }

    @Test
    void aCaseThatTheDatabaseRefusesStaysAndHoldsUpNoOther() {
        deploy("PT10H");
        var cases = start(3);
        deploy("PT10H");
        var refused = cases.stream().sorted().toList().get(1);
        jdbc.sql("""
                        create function refuse_move() returns trigger language plpgsql as $$
                        begin if old.id_ = '%s' then raise exception 'kept by an auditor'; end if; return new; end $$""".formatted(refused)).update();
        jdbc.sql(
                        "create trigger refuse_move before update on act_ru_execution for each row execute function refuse_move()")
                .update();
        try {
            var move = moves.begin(KEY, ADMIN);
            dueWork.now();
            var ended = moves.get(KEY, move.id());
            assertThat(ended.open()).isFalse();
            assertThat(moves.cases(ended, 0, 50).get(0)).satisfies(one -> {
                assertThat(one.instance()).isEqualTo(refused);
                assertThat(one.why()).isEqualTo(Move.Why.REFUSED);
                assertThat(one.details()).contains("kept by an auditor");
            });
            assertThat(ended.moved()).isEqualTo(2);
            assertThat(version(refused)).isEqualTo(1);
        } finally {
            jdbc.sql("drop function refuse_move() cascade").update();
        }
    }

    @Test
    void aCaseThatEndsMeanwhileStaysAndIsToldSo() {
        deploy("PT10H");
        var cases = start(2);
        deploy("PT10H");
        var move = moves.begin(KEY, ADMIN);
        runtime.deleteProcessInstance(cases.get(0), "test");
        dueWork.now();
        assertThat(moves.cases(moves.get(KEY, move.id()), 0, 50))
                .extracting(Move.Case::state, Move.Case::why)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Move.State.STAYED, Move.Why.ENDED),
                        org.assertj.core.groups.Tuple.tuple(Move.State.MOVED, null));
    }

    @Test
    void theDryRunSaysOfEachTimerWhatTheEngineDoesToIt() {
        deploy("PT10H");
        start(1);
        var due = due();
        clock.advance(Duration.ofHours(1));
        deploy("PT10H");
        assertThat(fates()).containsExactly(Migrations.Fate.STAYS);
        moved();
        assertThat(due()).isEqualTo(due);
        deploy("PT3H");
        assertThat(fates()).containsExactly(Migrations.Fate.ANEW);
        moved();
        assertThat(due()).isEqualTo(clock.instant().plus(Duration.ofHours(3)));
        repository
                .createDeployment()
                .addString(KEY + ".bpmn20.xml", model("PT3H").replaceAll("(?s)<boundaryEvent.*?</boundaryEvent>", ""))
                .deploy();
        assertThat(fates()).containsExactly(Migrations.Fate.GONE);
        moved();
        assertThat(jobs.createTimerJobQuery().processDefinitionKey(KEY).count()).isZero();
    }

    private long audited() {
        return jdbc.sql("select count(*) from audit_event where action = 'case moved to another version'"
                        + " and details = :details")
                .param("details", KEY + " from version 1 to version 2")
                .query(Long.class)
                .single();
    }

    private void moved() {
        var move = moves.begin(KEY, ADMIN);
        dueWork.now();
        assertThat(moves.get(KEY, move.id()).moved()).isEqualTo(1);
    }

    private List<Migrations.Fate> fates() {
        return migrations.forecast(KEY, 0, 50, ADMIN).stream()
                .flatMap(one -> one.timers().stream())
                .map(Migrations.Timer::fate)
                .toList();
    }

    private java.time.Instant due() {
        var instance =
                runtime.createProcessInstanceQuery().processDefinitionKey(KEY).singleResult();
        return jobs.createTimerJobQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getDuedate()
                .toInstant();
    }

    private List<String> start(int many) {
        return IntStream.range(0, many)
                .mapToObj(n -> runtime.startProcessInstanceByKey(KEY, "INC-0").getId())
                .toList();
    }

    private int version(String instance) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionVersion();
    }

    private void deploy(String duration) {
        repository
                .createDeployment()
                .addString(KEY + ".bpmn20.xml", model(duration))
                .deploy();
    }

    private static String model(String duration) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="https://relevo.example/test">
                  <message id="confirmed" name="incidentConfirmed"/>
                  <process id="moves-sample" name="Moves sample" isExecutable="true">
                    <startEvent id="started"/>
                    <sequenceFlow id="startedToWait" sourceRef="started" targetRef="wait"/>
                    <receiveTask id="wait" name="Wait" messageRef="confirmed"/>
                    <boundaryEvent id="tooLong" name="Too long" attachedToRef="wait" cancelActivity="false">
                      <timerEventDefinition><timeDuration>%s</timeDuration></timerEventDefinition>
                    </boundaryEvent>
                    <sequenceFlow id="waitToEnded" sourceRef="wait" targetRef="ended"/>
                    <endEvent id="ended" name="Ended"/>
                  </process>
                </definitions>
                """.formatted(duration);
    }
}
