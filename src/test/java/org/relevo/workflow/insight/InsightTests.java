package org.relevo.workflow.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.inbox.Inbox;
import org.relevo.inbox.InboxItem;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.rules.Priority;
import org.relevo.support.Cases;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;

/** What the pages say of how a process runs, against a process whose course is known to the minute. */
@IntegrationTest
class InsightTests {

    private static final String KEY = "insight-sample";

    private static final Actor ENGINEER =
            new Actor("engineer", Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of("mes-support"));

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="https://relevo.example/test">
              <message id="confirmed" name="incidentConfirmed"/>
              <process id="insight-sample" name="Insight sample" isExecutable="true">
                <startEvent id="started"/>
                <sequenceFlow id="startedToWait" sourceRef="started" targetRef="wait"/>
                <receiveTask id="wait" name="Wait for the answer" messageRef="confirmed"/>
                <boundaryEvent id="tooLong" name="Too long" attachedToRef="wait">
                  <timerEventDefinition><timeDuration>PT10H</timeDuration></timerEventDefinition>
                </boundaryEvent>
                <sequenceFlow id="waitToAnswered" sourceRef="wait" targetRef="answered"/>
                <sequenceFlow id="tooLongToUnanswered" sourceRef="tooLong" targetRef="unanswered"/>
                <endEvent id="answered" name="Answered"/>
                <endEvent id="unanswered" name="Unanswered"/>
              </process>
            </definitions>
            """;

    @Autowired
    Insight insight;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    SettableClock clock;

    @Autowired
    Visitors visitors;

    @Autowired
    Cases cases;

    @Autowired
    Inbox inbox;

    @BeforeEach
    void deploy() {
        repository.createDeployment().addString(KEY + ".bpmn20.xml", MODEL).deploy();
    }

    @AfterEach
    void forget() {
        repository.createProcessDefinitionQuery().processDefinitionKey(KEY).list().stream()
                .map(found -> found.getDeploymentId())
                .distinct()
                .forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void aProcessNobodyRanByHasNeitherStepsNorPaths() {
        assertThat(insight.of(KEY, Period.QUARTER)).satisfies(process -> {
            assertThat(process.steps()).isEmpty();
            assertThat(process.ways()).isEmpty();
            assertThat(process.running()).isZero();
        });
        assertThat(visitors.signedIn("marta.ruiz")
                        .get("/processes/" + KEY + "/insight")
                        .page()
                        .text())
                .contains("No case has run by this process in the period");
    }

    @Test
    void countsTimesAndPathsAreThoseOfTheCases() {
        // ten answers after 1, 2, … 10 minutes, one that never came, two that are awaited
        for (var minutes = 1; minutes <= 10; minutes++) {
            answer(start("INC-9" + minutes), Duration.ofMinutes(minutes));
        }
        timeOut(start("INC-970"));
        start("INC-980");
        start("INC-981");
        var process = insight.of(KEY, Period.WEEK);
        assertThat(process.running()).isEqualTo(2);
        assertThat(process.ended()).isEqualTo(11);
        assertThat(step(process, "wait")).satisfies(wait -> {
            assertThat(wait.now()).isEqualTo(2);
            // what the timer ended was not passed
            assertThat(wait.passed()).isEqualTo(10);
            assertThat(wait.mean()).isEqualTo(Duration.ofSeconds(330));
            // the 90th percentile of 1 to 10 lies between the ninth and the tenth: 9 + 0.1
            assertThat(wait.ninety()).isEqualTo(Duration.ofSeconds(546));
        });
        assertThat(step(process, "tooLong").passed()).isEqualTo(1);
        assertThat(insight.slowest(KEY, "tooLong", Period.WEEK, 0, 50))
                .extracting(Passage::workItem)
                .containsExactly("INC-970");
        assertThat(process.ways()).extracting(Way::cases).containsExactly(10L, 1L);
        assertThat(process.ways()).extracting(Way::share).containsExactly(91, 9);
        assertThat(process.ways().get(0).steps()).containsExactly("Wait for the answer", "Answered");
        assertThat(process.ways().get(0).elements()).contains("waitToAnswered").doesNotContain("tooLong");
        assertThat(process.ways().get(1).elements()).contains("tooLong", "tooLongToUnanswered");
    }

    @Test
    void whatLiesBeforeThePeriodDoesNotCount() {
        answer(start("INC-991"), Duration.ofMinutes(3));
        clock.advance(Duration.ofDays(8));
        answer(start("INC-992"), Duration.ofMinutes(5));
        assertThat(step(insight.of(KEY, Period.WEEK), "wait").mean()).isEqualTo(Duration.ofMinutes(5));
        assertThat(step(insight.of(KEY, Period.MONTH), "wait").mean()).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void thePagesLeadFromAFigureToItsCases() {
        answer(start("INC-971"), Duration.ofMinutes(30));
        answer(start("INC-972"), Duration.ofMinutes(90));
        start("INC-973");
        clock.advance(Duration.ofMinutes(12));
        var marta = visitors.signedIn("marta.ruiz");
        var page = marta.get("/processes/" + KEY + "/insight?period=week&way=1").page();
        assertThat(page.text()).contains("Wait for the answer", "1 h", "2 (100 %)");
        assertThat(page.select("#diagram").attr("data-path")).contains("waitToAnswered");
        assertThat(page.select("#steps [data-element=wait]").attr("data-now")).isEqualTo("1");
        var here = marta.get(page.select("#steps [data-element=wait] a").attr("href"))
                .page();
        assertThat(here.text()).contains("INC-973", "12 min").doesNotContain("INC-971");
        var slowest = marta.get("/processes/" + KEY + "/insight/wait?show=ended&period=week")
                .page();
        assertThat(slowest.select("tbody tr"))
                .extracting(row -> row.select("td").first().text().split(" ")[0])
                .containsExactly("INC-972", "INC-971");
        assertThat(marta.get("/processes/" + KEY + "/insight/none").status()).isEqualTo(404);
        assertThat(marta.get("/processes/" + KEY + "/insight?way=77&period=x").status())
                .isEqualTo(200);
        var json = visitors.machine()
                .get("/api/v1/processes/" + KEY + "/insight?period=week")
                .json();
        assertThat(json.get("running").asInt()).isEqualTo(1);
        assertThat(json.get("paths").get(0).get("meanSeconds").asDouble()).isEqualTo(3600);
    }

    @Test
    void aTaskThatEndsAfterItsCaseOwedSomethingIsLate() {
        var before = step(insight.of("p1-incident", Period.YEAR), "acknowledgeIncident");
        var incident = cases.raise(Priority.P1);
        clock.advance(Duration.ofHours(30));
        var waits = step(insight.of("p1-incident", Period.YEAR), "acknowledgeIncident");
        assertThat(waits.overdue()).isEqualTo(before.overdue() + 1);
        var task = inbox.of(incident.number()).stream()
                .filter(item -> item.endedAt() == null)
                .findFirst()
                .map(InboxItem::id)
                .orElseThrow();
        inbox.claim(task, ENGINEER);
        inbox.complete(task, ENGINEER, Map.of());
        var after = step(insight.of("p1-incident", Period.YEAR), "acknowledgeIncident");
        assertThat(after.late()).isEqualTo(before.late() + 1);
        assertThat(after.due()).isEqualTo(before.due() + 1);
        assertThat(after.overdue()).isEqualTo(before.overdue());
    }

    @Test
    void aProcessThatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> insight.of("no-such", Period.YEAR))
                .isInstanceOf(Refusal.NotFound.class)
                .hasMessageContaining("list of processes");
    }

    private String start(String number) {
        return runtime.startProcessInstanceByKey(KEY, number).getId();
    }

    private void answer(String instance, Duration after) {
        clock.advance(after);
        runtime.trigger(runtime.createExecutionQuery()
                .processInstanceId(instance)
                .activityId("wait")
                .singleResult()
                .getId());
    }

    private void timeOut(String instance) {
        var timer = jobs.createTimerJobQuery().processInstanceId(instance).singleResult();
        jobs.executeJob(jobs.moveTimerToExecutableJob(timer.getId()).getId());
    }

    private static Step step(Insight.Process process, String id) {
        return process.steps().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(new Step(id, id, "", 0, 0, null, 0, null, null, 0, 0, true));
    }
}
