package org.relevo.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.job.api.Job;
import org.relevo.platform.Finding;
import org.relevo.platform.Inspection;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;

/** Finds steps of processes that the engine has tried for as often as it may. */
@Component
class DeadLetterJobs implements Inspection {

    private final ManagementService jobs;
    private final RuntimeService processes;

    DeadLetterJobs(ManagementService jobs, RuntimeService processes) {
        this.jobs = jobs;
        this.processes = processes;
    }

    @Override
    public List<Finding> inspect(Instant now) {
        var count = jobs.createDeadLetterJobQuery().count();
        return count == 0
                ? List.of()
                : List.of(new Finding(
                        "dead-letter-job",
                        count,
                        jobs.createDeadLetterJobQuery().listPage(0, Finding.EXAMPLES).stream()
                                .map(this::example)
                                .toList()));
    }

    private Finding.Example example(Job job) {
        var number = Optional.ofNullable(job.getProcessInstanceId())
                .map(id -> processes
                        .createProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult())
                .map(ProcessInstance::getBusinessKey)
                .orElse(null);
        var step = Optional.ofNullable(job.getElementName()).orElse(String.valueOf(job.getElementId()));
        var problem = Optional.ofNullable(job.getExceptionMessage()).orElse("");
        var text = "%s, %s: %s".formatted(number == null ? job.getId() : number, step, problem);
        return new Finding.Example(text, number == null ? null : new WorkItemNumber(number).page());
    }
}
