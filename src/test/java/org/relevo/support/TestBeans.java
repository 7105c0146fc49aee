package org.relevo.support;

import java.time.Instant;
import org.relevo.notification.DrainByHand;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

@TestConfiguration(proxyBeanMethods = false)
@Import({DrainByHand.class, OpenCases.class})
class TestBeans {

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    }

    @Bean
    Visitors visitors(Environment environment) {
        return new Visitors(environment);
    }

    @Bean
    DueWork dueWork(
            javax.sql.DataSource dataSource,
            java.util.List<com.github.kagkarlsson.scheduler.task.Task<?>> tasks,
            DrainByHand mails,
            SettableClock clock) {
        return new DueWork(dataSource, tasks, mails, clock);
    }

    /** Tests count mails and commitments of the demo organisation's services: nobody waits for updates unless they say so. */
    @Bean
    org.springframework.context.ApplicationListener<org.springframework.boot.context.event.ApplicationReadyEvent>
            nobodyWaitsForUpdates(org.springframework.jdbc.core.simple.JdbcClient jdbc) {
        return ready -> {
            jdbc.sql("delete from service_audience").update();
            jdbc.sql("delete from status_service").update();
        };
    }

    @Bean
    Cases cases(org.relevo.incident.Incidents incidents, org.springframework.jdbc.core.simple.JdbcClient jdbc) {
        return new Cases(incidents, jdbc);
    }

    @Bean
    Analyses analyses(
            Cases cases,
            org.relevo.incident.Incidents incidents,
            org.relevo.rca.Rcas rcas,
            org.relevo.rca.RcaWriting writing,
            java.util.List<org.relevo.platform.TimedWork> timed,
            Visitors visitors,
            SettableClock clock) {
        return new Analyses(cases, incidents, rcas, writing, timed, visitors, clock);
    }

    @Bean
    Courses courses(
            org.flowable.engine.RepositoryService repository, org.springframework.jdbc.core.simple.JdbcClient jdbc) {
        return new Courses(repository, jdbc);
    }
}
