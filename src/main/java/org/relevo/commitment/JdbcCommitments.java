package org.relevo.commitment;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.relevo.rules.Metric;
import org.relevo.rules.OpenCommitment;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class JdbcCommitments implements Commitments {

    private final CommitmentRows rows;
    private final SchedulerClient scheduler;
    private final ApplicationEventPublisher events;

    JdbcCommitments(CommitmentRows rows, SchedulerClient scheduler, ApplicationEventPublisher events) {
        this.rows = rows;
        this.scheduler = scheduler;
        this.events = events;
    }

    @Override
    @Transactional
    public void open(WorkItemNumber number, List<OpenCommitment> decided, Instant from) {
        if (!decided.isEmpty()) {
            CheckpointTask.schedule(scheduler, rows.add(number, decided, from));
        }
    }

    @Override
    @Transactional
    public void meet(WorkItemNumber number, Metric metric, Instant at) {
        if (rows.end(number, metric, at, Commitment.Status.MET)) {
            events.publishEvent(new CommitmentsChanged(number));
        }
    }

    @Override
    @Transactional
    public void cancel(WorkItemNumber number, Instant at) {
        if (rows.end(number, null, at, Commitment.Status.CANCELLED)) {
            events.publishEvent(new CommitmentsChanged(number));
        }
    }

    @Override
    public List<Commitment> of(WorkItemNumber number) {
        return rows.of(List.of(number));
    }

    @Override
    public Map<WorkItemNumber, List<Commitment>> of(Collection<WorkItemNumber> numbers) {
        return rows.of(numbers).stream().collect(Collectors.groupingBy(Commitment::workItem));
    }
}
