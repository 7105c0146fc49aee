package org.relevo.platform;

import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** What starts when no data source is configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDefault.NoDataSource.class)
public class EmbeddedDefault {

    @Bean
    static DataFolder dataFolder(Environment environment) {
        return DataFolder.open(Path.of(environment.getProperty("relevo.data-dir", "data")));
    }

    @Bean
    static EmbeddedStart embeddedStart(DataFolder folder) {
        return new EmbeddedStart(folder);
    }

    /** Closed by the one who started it. */
    @Bean(destroyMethod = "")
    EmbeddedDatabase embeddedDatabase(EmbeddedStart start) {
        return start.database();
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return database.password();
            }

            @Override
            public String getJdbcUrl() {
                return database.jdbcUrl();
            }
        };
    }

    /** Matches where no data source is configured. */
    public static class NoDataSource extends SpringBootCondition {
        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var embedded = isChosen(context.getEnvironment());
            return new ConditionOutcome(
                    embedded, ConditionMessage.of("data source " + (embedded ? "embedded" : "configured")));
        }
    }

    /** Whether no data source is configured; one that is configured as nothing is refused. */
    static boolean isChosen(Environment environment) {
        var url = environment.getProperty("spring.datasource.url");
        if (url != null && url.isBlank()) {
            throw new StartupProblem(
                    "SPRING_DATASOURCE_URL is set but empty. Set it to a jdbc:postgresql:// address, or unset it for the embedded database.");
        }
        if (url != null && !url.startsWith("jdbc:postgresql:")) {
            throw new StartupProblem(
                    "SPRING_DATASOURCE_URL is no address of a PostgreSQL. Write it as jdbc:postgresql://host:5432/database.");
        }
        return url == null;
    }
}
