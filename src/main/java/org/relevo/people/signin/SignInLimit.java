package org.relevo.people.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Bounds guessing: ten failed sign-ins per account and fifty per address in fifteen minutes, counted in the database and
 * so across nodes. An attempt counts as failed from its beginning, so that guesses made at once cannot slip past.
 */
@Component
class SignInLimit {

    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int PER_ACCOUNT = 10;
    static final int PER_ADDRESS = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInLimit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes an attempt and returns its number, or refuses it. */
    long attempt(String username, String address) {
        forgetOld();
        var attempt = jdbc.sql(
                        "insert into sign_in_failure (username, address, at) values (:username, :address, :now) returning id")
                .param("username", username)
                .param("address", address)
                .param("now", at(clock.instant()))
                .query(Long.class)
                .single();
        if (count("username", username) > PER_ACCOUNT || count("address", address) > PER_ADDRESS) {
            jdbc.sql("delete from sign_in_failure where id = :id")
                    .param("id", attempt)
                    .update();
            throw new TooManySignIns(WINDOW);
        }
        return attempt;
    }

    /** The password was right: the failures before it were the person's own slips. */
    void succeeded(String username, String address) {
        jdbc.sql("delete from sign_in_failure where username = :username and address = :address")
                .param("username", username)
                .param("address", address)
                .update();
    }

    private int count(String column, String value) {
        return jdbc.sql("select count(*) from sign_in_failure where %s = :value and at > :since".formatted(column))
                .param("value", value)
                .param("since", at(clock.instant().minus(WINDOW)))
                .query(Integer.class)
                .single();
    }

    private void forgetOld() {
        jdbc.sql("delete from sign_in_failure where at <= :before")
                .param("before", at(clock.instant().minus(WINDOW)))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
