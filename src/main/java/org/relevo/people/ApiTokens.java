package org.relevo.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.relevo.platform.Remembered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens, kept as SHA-256 hashes: they are long and random (or chosen by an operator), so a slow hash would only slow
 * down alerts. A node knows the valid hashes for two seconds, which is how soon a revocation reaches every node.
 */
@Component
public class ApiTokens implements Tokens {

    static final Set<String> SCOPES = Set.of(ALERTS, API);

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Remembered<Map<String, ApiToken>> valid;

    ApiTokens(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.valid = new Remembered<>(Duration.ofSeconds(2), this::readValid);
    }

    @Override
    public Optional<Actor> authenticate(String token, String scope) {
        return find(token).filter(known -> known.scopes().contains(scope)).map(ApiTokens::actor);
    }

    /** The valid token that was sent, whatever its scopes. */
    public Optional<ApiToken> find(String token) {
        return Optional.ofNullable(valid.get().get(HexFormat.of().formatHex(hash(token))));
    }

    public static Actor actor(ApiToken token) {
        var roles = token.scopes().contains(API) ? Set.of(Role.VIEWER, Role.AGENT) : Set.<Role>of();
        return new Actor(token.name(), Actor.Kind.TOKEN, roles, Set.of());
    }

    public List<ApiToken> all(Actor by) {
        by.require(Role.ADMIN);
        return jdbc.sql("select * from api_token order by revoked_at nulls first, name")
                .query(ApiTokens::token)
                .list();
    }

    /** Makes a token and returns it; it cannot be shown again. */
    @Transactional
    public String create(Actor by, String name, Set<String> scopes) {
        by.require(Role.ADMIN);
        var bytes = new byte[16];
        random.nextBytes(bytes);
        // 32 characters, because that is the length of a PagerDuty routing key.
        var token = HexFormat.of().formatHex(bytes);
        check(name, scopes);
        store(by.name(), name.strip(), token, scopes, false);
        return token;
    }

    @Transactional
    public void revoke(Actor by, long id) {
        by.require(Role.ADMIN);
        var name = jdbc.sql(
                        "update api_token set revoked_at = :now where id = :id and revoked_at is null returning name")
                .param("now", now())
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refusal.Conflict(
                        "Token %d does not exist or is revoked already. Reload the page to see which tokens are valid."
                                .formatted(id)));
        audit.record(by.name(), "token revoked", name, null);
        valid.forget();
    }

    private void check(String name, Set<String> scopes) {
        if (name.isBlank() || name.strip().length() > 60) {
            throw new Refusal.Invalid(
                    "name", "Give the token a name of 1 to 60 characters that says which machine uses it.");
        }
        if (scopes.isEmpty() || !SCOPES.containsAll(scopes)) {
            throw new Refusal.Invalid("scopes", "Choose what the token may do: alerts, api, or both.");
        }
        if (isOfPerson(name.strip())) {
            throw new Refusal.Invalid(
                    "name",
                    "%s is a person's username. Choose another name, so that nobody takes the machine's deeds for theirs."
                            .formatted(name.strip()));
        }
        if (isNamed(name.strip())) {
            throw new Refusal.Invalid(
                    "name",
                    "There is a token %s already (perhaps a revoked one). Choose another name."
                            .formatted(name.strip()));
        }
    }

    private boolean isOfPerson(String name) {
        return jdbc.sql("select exists (select from person where username = lower(:name))")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    boolean isNamed(String name) {
        return jdbc.sql("select exists (select from api_token where name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    boolean isKnown(String token) {
        return jdbc.sql("select exists (select from api_token where token_hash = :hash)")
                .param("hash", hash(token))
                .query(Boolean.class)
                .single();
    }

    void store(String by, String name, String token, Set<String> scopes, boolean demo) {
        jdbc.sql("insert into api_token (name, token_hash, scopes, created_at, created_by, demo)"
                        + " values (:name, :hash, :scopes, :now, :by, :demo)")
                .param("name", name)
                .param("hash", hash(token))
                .param("scopes", scopes.stream().sorted().toArray(String[]::new))
                .param("now", now())
                .param("by", by)
                .param("demo", demo)
                .update();
        audit.record(by, "token made", name, String.join(", ", scopes));
        valid.forget();
    }

    void forget() {
        valid.forget();
    }

    private Map<String, ApiToken> readValid() {
        var tokens = new HashMap<String, ApiToken>();
        jdbc.sql("select * from api_token where revoked_at is null").query(row -> {
            tokens.put(HexFormat.of().formatHex(Objects.requireNonNull(row.getBytes("token_hash"))), token(row, 0));
        });
        return tokens;
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                row.getLong("id"),
                Objects.requireNonNull(row.getString("name")),
                Set.of((String[]) Objects.requireNonNull(row.getArray("scopes")).getArray()),
                Objects.requireNonNull(instant(row, "created_at")),
                Objects.requireNonNull(row.getString("created_by")),
                instant(row, "revoked_at"),
                row.getBoolean("demo"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
