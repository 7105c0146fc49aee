package org.relevo.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.rules.Metric;
import org.relevo.rules.Priority;
import org.relevo.support.Cases;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.workitem.DueCases;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Checkpoints that fall due together are decided together, and still each as if it were alone. */
@IntegrationTest
class DueTogetherTests {

    @Autowired
    Cases cases;

    @Autowired
    Commitments commitments;

    @Autowired
    DueCases dueCases;

    @Autowired
    CheckpointDesk desk;

    @Autowired
    WorkItems workItems;

    @Autowired
    DueWork dueWork;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private List<WorkItem> three;

    @BeforeEach
    void threeResponsesAreHalfUsed() {
        dueWork.after(Duration.ofMinutes(1));
        three = Stream.generate(() -> cases.raise(Priority.P2)).limit(3).toList();
        dueWork.now();
        clock.advance(Duration.ofMinutes(15));
    }

    @Test
    void oneExecutionDecidesWhatElseIsDue() {
        var next = dueCases.carryOut(CheckpointTask.NAME, response(three.get(0)).id(), desk);
        assertThat(next)
                .isEqualTo(scheduled(three.get(1)))
                .isEqualTo(clock.instant().plusSeconds(450));
        assertThat(three).allSatisfy(one -> {
            assertThat(response(one).passed()).isEqualTo(50);
            assertThat(decided(one)).as("at 0 % and at 50 %").isEqualTo(2);
        });
    }

    @Test
    void whatSomebodyElseWorksOnIsPassedOverAndStaysDue() {
        var held = three.get(1);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            workItems.locked(held.number());
            var elsewhere = new Thread(() -> dueCases.carryOut(
                    CheckpointTask.NAME, response(three.get(0)).id(), desk));
            elsewhere.start();
            join(elsewhere);
        });
        assertThat(response(three.get(2)).passed()).isEqualTo(50);
        assertThat(response(held).passed()).isZero();
        assertThat(scheduled(held)).isEqualTo(clock.instant());
        dueWork.now();
        assertThat(response(held).passed()).isEqualTo(50);
        assertThat(decided(held)).isEqualTo(2);
    }

    @Test
    void oneAtFaultDoesNotKeepTheOthersFromBeingDecided() {
        var faulty = response(three.get(1)).id();
        var work = new DueCases.Work() {
            @Override
            public Map<Long, WorkItemNumber> cases(Collection<Long> ids) {
                return desk.cases(ids);
            }

            @Override
            public Map<Long, Optional<Instant>> carryOut(Map<Long, WorkItem> due) {
                var done = desk.carryOut(due);
                if (due.containsKey(faulty)) {
                    throw new IllegalStateException("this one cannot be decided");
                }
                return done;
            }
        };
        dueCases.carryOut(CheckpointTask.NAME, response(three.get(0)).id(), work);
        assertThat(response(three.get(0)).passed()).isEqualTo(50);
        assertThat(decided(three.get(0)))
                .as("what was written together is gone")
                .isEqualTo(2);
        assertThat(response(three.get(2)).passed()).as("is tried by itself").isZero();
        dueCases.carryOut(CheckpointTask.NAME, response(three.get(2)).id(), work);
        assertThat(response(three.get(2)).passed()).isEqualTo(50);
        assertThat(response(three.get(1)).passed()).isZero();
        dueWork.after(Duration.ofSeconds(31));
        assertThat(decided(three.get(1))).isEqualTo(2);
    }

    private static void join(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Commitment response(WorkItem item) {
        return commitments.of(item.number()).stream()
                .filter(one -> one.metric() == Metric.RESPONSE)
                .findFirst()
                .orElseThrow();
    }

    private long decided(WorkItem item) {
        return jdbc.sql("select count(*) from decision_log where work_item = ? and topic = 'ESCALATION'")
                .param(item.number().value())
                .query(Long.class)
                .single();
    }

    private Instant scheduled(WorkItem item) {
        return jdbc.sql("select execution_time from scheduled_tasks where task_name = ? and task_instance = ?")
                .params(CheckpointTask.NAME, String.valueOf(response(item).id()))
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
    }
}
