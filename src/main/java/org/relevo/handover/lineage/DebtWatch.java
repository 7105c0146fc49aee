package org.relevo.handover.lineage;

import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.time.Duration;
import org.relevo.platform.Recurring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Looks at every debt each five minutes: it grows while its incidents are open, and some news wait for the next day. */
@Component
class DebtWatch {

    private static final Logger log = LoggerFactory.getLogger(DebtWatch.class);

    private final TraceRows traces;
    private final DebtReporting reporting;

    DebtWatch(TraceRows traces, DebtReporting reporting) {
        this.traces = traces;
        this.reporting = reporting;
    }

    void look() {
        for (var number : traces.indebted()) {
            try {
                reporting.look(number);
            } catch (RuntimeException e) {
                log.warn("The debt of {} could not be looked at; it is tried again", number, e);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> handoverDebtTask(ObjectProvider<DebtWatch> watch, Clock clock) {
            return Recurring.task(
                    "handover-debt",
                    Duration.ofMinutes(5),
                    clock,
                    () -> watch.getObject().look());
        }
    }
}
