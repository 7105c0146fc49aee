package org.relevo.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relevo.Relevo;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole of Relevo on its own PostgreSQL, with the demo organisation. All tests of a run share one
 * context and one database, so they make the cases they look at. Time stands still until a test moves
 * {@link SettableClock}; no scheduler runs behind a test's back. Inject {@link Visitors} to visit pages.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Relevo.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "relevo.scheduler.enabled=false",
            "flowable.async-executor-activate=false",
            "relevo.demo=true",
            // tests answer webhooks themselves
            "relevo.webhooks.internal-targets=true",
            "relevo.webhooks.timeout=500ms",
            "spring.datasource.hikari.maximum-pool-size=12",
            // whoever keeps a connection is named in the log
            "spring.datasource.hikari.leak-detection-threshold=20000"
        })
@ContextConfiguration(initializers = TestFolder.class)
@Import(TestBeans.class)
@ExtendWith(RestingCases.class)
public @interface IntegrationTest {}
