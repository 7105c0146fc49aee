package org.relevo.platform;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;

/** Work that is done again and again, by one node at a time, from the first start on. */
public final class Recurring {

    /** Checkpoints and mails come first. */
    private static final int PRIORITY = 10;

    private Recurring() {}

    /**
     * A task that begins with the first start of an installation.
     *
     * @param every how long it waits after it has ended, and before it is tried again
     */
    public static Task<Void> task(String name, Duration every, Clock clock, Runnable work) {
        return Tasks.custom(name, Void.class)
                .defaultPriority(PRIORITY)
                .scheduleOnStartup("all", null, now -> now)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(every))
                .execute((instance, context) -> {
                    work.run();
                    return (done, operations) ->
                            operations.reschedule(done, clock.instant().plus(every));
                });
    }
}
