package org.relevo.people.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Sessions are in the database. Pages that somebody opens at the same moment write the same attribute of one session. */
@Configuration(proxyBeanMethods = false)
class Sessions {

    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsOfSeveralPages() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
