package org.relevo.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.flowable.engine.ManagementService;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.relevo.platform.Finding;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class DeadLetterJobsTests {

    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                targetNamespace="test">
              <process id="dead-letter-test" isExecutable="true">
                <startEvent id="start"/>
                <sequenceFlow id="a" sourceRef="start" targetRef="step"/>
                <serviceTask id="step" name="Call the supplier" flowable:async="true" flowable:delegateExpression="${recordAcknowledgement}"/>
                <sequenceFlow id="b" sourceRef="step" targetRef="end"/>
                <endEvent id="end"/>
              </process>
            </definitions>
            """;

    @Autowired
    DeadLetterJobs deadLetters;

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService processes;

    @Autowired
    ManagementService jobs;

    @Autowired
    SettableClock clock;

    @Test
    void aStepThatTheEngineHasGivenUpIsFoundWithItsCase() {
        var deployment = models.createDeployment()
                .addString("dead-letter.bpmn20.xml", MODEL)
                .deploy();
        try {
            var process = processes.startProcessInstanceByKey("dead-letter-test", "INC-0");
            var job = jobs.createJobQuery().processInstanceId(process.getId()).singleResult();
            assertThat(deadLetters.inspect(clock.instant())).isEmpty();
            jobs.moveJobToDeadLetterJob(job.getId());
            assertThat(deadLetters.inspect(clock.instant())).singleElement().satisfies(finding -> {
                assertThat(finding.kind()).isEqualTo("dead-letter-job");
                assertThat(finding.examples()).extracting(Finding.Example::path).containsExactly("/incidents/INC-0");
                assertThat(finding.examples().get(0).text()).contains("INC-0, Call the supplier");
            });
        } finally {
            models.deleteDeployment(deployment.getId(), true);
        }
    }
}
