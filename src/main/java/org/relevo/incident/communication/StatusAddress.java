package org.relevo.incident.communication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Audit;
import org.relevo.platform.Remembered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secret address of the public status page; only the hash of the secret is kept. */
@Component
public class StatusAddress {

    private static final int BYTES = 32;

    private final JdbcTemplate jdbc;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Remembered<Optional<Kept>> kept;

    StatusAddress(JdbcTemplate jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.kept = new Remembered<>(Duration.ofSeconds(2), this::read);
    }

    /**
     * What is known of the address.
     *
     * @param numbers whether the page says numbers of cases; so names of people
     */
    public record Public(Instant madeAt, String madeBy, boolean numbers, boolean names) {}

    private record Kept(String hash, Public page) {}

    /** Empty where there is no public page. */
    public Optional<Public> page(Actor by) {
        editor(by);
        return kept.get().map(Kept::page);
    }

    /** The public page at a secret; empty where it is not the secret. */
    public Optional<Public> at(String secret) {
        var hash = hash(secret).getBytes(StandardCharsets.US_ASCII);
        return kept.get()
                .filter(known -> MessageDigest.isEqual(known.hash().getBytes(StandardCharsets.US_ASCII), hash))
                .map(Kept::page);
    }

    /** Makes a secret, and the one before it is worth nothing; it cannot be shown again. */
    @Transactional
    public String make(Actor by) {
        editor(by);
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = HexFormat.of().formatHex(bytes);
        jdbc.update("""
                insert into status_address (secret_hash, made_at, made_by) values (?, ?, ?)
                on conflict (one) do update set secret_hash = excluded.secret_hash, made_at = excluded.made_at,
                    made_by = excluded.made_by
                """, hash(secret), Timestamp.from(clock.instant()), by.name());
        kept.forget();
        audit.record(by.name(), "status address made", "status page", null);
        return secret;
    }

    /** Without an address there is no public page. */
    @Transactional
    public void switchOff(Actor by) {
        editor(by);
        jdbc.update("delete from status_address");
        kept.forget();
        audit.record(by.name(), "status address switched off", "status page", null);
    }

    /** What the public page may say. */
    @Transactional
    public void say(Actor by, boolean numbers, boolean names) {
        editor(by);
        jdbc.update("update status_address set numbers = ?, names = ?", numbers, names);
        kept.forget();
        audit.record(by.name(), "status page changed", "status page", "numbers %s, names %s".formatted(numbers, names));
    }

    private static void editor(Actor by) {
        by.require(Role.SERVICE_MANAGER, Role.ADMIN);
    }

    private Optional<Kept> read() {
        return jdbc
                .query(
                        "select * from status_address",
                        (row, i) -> new Kept(
                                row.getString("secret_hash"),
                                new Public(
                                        row.getTimestamp("made_at").toInstant(),
                                        row.getString("made_by"),
                                        row.getBoolean("numbers"),
                                        row.getBoolean("names"))))
                .stream()
                .findFirst();
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
