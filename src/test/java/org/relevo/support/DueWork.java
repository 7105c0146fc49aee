package org.relevo.support;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.relevo.notification.DrainByHand;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Carries out scheduled work when a test says so: what is due by the test's clock, and what that leads to. */
public class DueWork {

    private final ManualScheduler scheduler;
    private final SettableClock clock;
    private final JdbcClient jdbc;
    private final DrainByHand mails;

    DueWork(DataSource dataSource, List<Task<?>> tasks, DrainByHand mails, SettableClock clock) {
        this.clock = clock;
        this.mails = mails;
        this.jdbc = JdbcClient.create(dataSource);
        this.scheduler = TestHelper.createManualScheduler(dataSource, tasks)
                .clock(new com.github.kagkarlsson.scheduler.testhelper.SettableClock())
                .build();
    }

    /** Lets time pass, then carries out what fell due meanwhile. */
    public void after(Duration time) {
        clock.advance(time);
        now();
    }

    /** Everything that is due, also what other tests have left behind, and the mails that it writes. */
    public void now() {
        scheduler.setTime(clock.instant());
        for (var round = 0; round < 100 && due() + mails.now() > 0; round++) {
            scheduler.runAnyDueExecutions();
        }
    }

    private long due() {
        return jdbc.sql("select count(*) from scheduled_tasks where execution_time <= ?")
                .param(Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }
}
