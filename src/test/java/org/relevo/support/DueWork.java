package org.relevo.support;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** Carries out scheduled work when a test says so: what is due by the test's clock, and what that leads to. */
public class DueWork {

    private static final int ROUNDS = 8;

    private final ManualScheduler scheduler;
    private final SettableClock clock;

    DueWork(DataSource dataSource, List<Task<?>> tasks, SettableClock clock) {
        this.clock = clock;
        this.scheduler = TestHelper.createManualScheduler(dataSource, tasks)
                .clock(new com.github.kagkarlsson.scheduler.testhelper.SettableClock())
                .build();
    }

    /** Lets time pass, then carries out what fell due meanwhile. */
    public void after(Duration time) {
        clock.advance(time);
        now();
    }

    /** Checkpoints first, then the mails they wrote; a round takes some of what is due, and other tests leave much. */
    public void now() {
        scheduler.setTime(clock.instant());
        for (var round = 0; round < ROUNDS; round++) {
            scheduler.runAnyDueExecutions();
        }
    }
}
