package org.relevo.handover;

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

/** Looks at every handover that is under way each 20 seconds, so that what no longer holds shuts its gate within a minute. */
@Component
class GateWatch {

    private static final Logger log = LoggerFactory.getLogger(GateWatch.class);

    private final HandoverRows rows;
    private final Gatekeeper gatekeeper;

    GateWatch(HandoverRows rows, Gatekeeper gatekeeper) {
        this.rows = rows;
        this.gatekeeper = gatekeeper;
    }

    void look() {
        for (var handover : rows.open()) {
            try {
                gatekeeper.look(handover.number());
            } catch (RuntimeException e) {
                log.warn("{} could not be looked at; it is tried again", handover.number(), e);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> handoverGatesTask(ObjectProvider<GateWatch> watch, Clock clock) {
            return Recurring.task(
                    "handover-gates",
                    Duration.ofSeconds(20),
                    clock,
                    () -> watch.getObject().look());
        }
    }
}
