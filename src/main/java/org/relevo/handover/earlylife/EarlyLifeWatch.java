package org.relevo.handover.earlylife;

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

/** Judges the day that is over, a minute after midnight where the project is, at the latest. */
@Component
class EarlyLifeWatch {

    private static final Logger log = LoggerFactory.getLogger(EarlyLifeWatch.class);

    private final EarlyLifeRows rows;
    private final EarlyLives lives;

    EarlyLifeWatch(EarlyLifeRows rows, EarlyLives lives) {
        this.rows = rows;
        this.lives = lives;
    }

    void look() {
        for (var number : rows.underWay()) {
            try {
                lives.judge(number);
            } catch (RuntimeException e) {
                log.warn("The early life support of {} could not be judged; it is tried again", number, e);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> earlyLifeTask(ObjectProvider<EarlyLifeWatch> watch, Clock clock) {
            return Recurring.task(
                    "early-life-support",
                    Duration.ofMinutes(1),
                    clock,
                    () -> watch.getObject().look());
        }
    }
}
