package org.relevo.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secret addresses at which people's calendars fetch their shifts; only the hash of a secret is kept. */
@Component
public class CalendarAddresses {

    private static final int BYTES = 16;

    private final JdbcClient jdbc;
    private final StoredPeople people;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CalendarAddresses(JdbcClient jdbc, StoredPeople people, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes a new secret for the one who asks, and the one before it is worth nothing; it cannot be shown again. */
    @Transactional
    public String renew(Actor by) {
        if (by.kind() != Actor.Kind.PERSON) {
            throw new Refusal.NotAllowed("%s is no person and has no shifts.".formatted(by.name()));
        }
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = HexFormat.of().formatHex(bytes);
        jdbc.sql(
                        "insert into calendar_address (username, token_hash, made_at) values (:username, :hash, :now)"
                                + " on conflict (username) do update set token_hash = excluded.token_hash, made_at = excluded.made_at")
                .param("username", by.name())
                .param("hash", ApiTokens.hash(secret))
                .param("now", Overrides.utc(clock.instant()))
                .update();
        audit.record(by.name(), "calendar address made", by.name(), null);
        return secret;
    }

    /** When the present secret was made; empty where there is none. */
    public Optional<Instant> madeAt(String username) {
        return jdbc.sql("select made_at from calendar_address where username = :username")
                .param("username", username)
                .query((row, number) -> RotaTables.instant(row, "made_at"))
                .optional();
    }

    /** Whose calendar it is; empty where the secret is unknown or its person is disabled. */
    public Optional<Person> find(String secret) {
        if (!secret.matches("[0-9a-f]{%d}".formatted(2 * BYTES))) {
            return Optional.empty();
        }
        return jdbc.sql("select username from calendar_address where token_hash = :hash")
                .param("hash", ApiTokens.hash(secret))
                .query(String.class)
                .optional()
                .flatMap(people::find)
                .filter(Person::enabled);
    }
}
