package org.relevo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.QueryTimeoutException;

class DatabaseFailureTest {

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03", "08006", "57P01", "53300"})
    void aFailureThatPassesIsKnownHoweverALibraryWrapsIt(String state) {
        var wrapped = new IllegalStateException("engine", new RuntimeException(new SQLException("x", state)));
        assertThat(DatabaseFailure.passes(wrapped)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "22021"})
    void aFaultFailsAgainAndIsNotToBeTriedAgain(String state) {
        assertThat(DatabaseFailure.passes(new QueryTimeoutException("x", new SQLException("x", state))))
                .isFalse();
    }

    @Test
    void whatSpringSaysWithoutAStatePasses() {
        assertThat(DatabaseFailure.passes(new QueryTimeoutException("x"))).isTrue();
        assertThat(DatabaseFailure.passes(new IllegalStateException("x"))).isFalse();
    }

    @Test
    void aValueThatCannotBeStoredIsTheSendersAffair() {
        assertThat(DatabaseFailure.isOfWhatWasSent(new RuntimeException(new SQLException("x", "22021"))))
                .isTrue();
    }
}
