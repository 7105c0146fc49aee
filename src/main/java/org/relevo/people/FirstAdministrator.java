package org.relevo.people;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Audit;
import org.relevo.platform.DataFolder;
import org.relevo.platform.StartupProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The user {@code admin} of an installation that has no administrator of its own yet. */
@Component
class FirstAdministrator {

    static final String USERNAME = "admin";

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final StoredPeople people;
    private final Audit audit;
    private final Clock clock;
    private @Nullable String madeUp;

    FirstAdministrator(JdbcClient jdbc, PasswordEncoder passwords, StoredPeople people, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    boolean exists() {
        return count("enabled") > 0;
    }

    /** Creates {@code admin} unless somebody outside the demo organisation is administrator already. */
    void ensure(String password) {
        if (count("enabled and not demo") > 0) {
            return;
        }
        PasswordRule.problem(password).ifPresent(problem -> {
            throw new StartupProblem("RELEVO_ADMIN_PASSWORD is not accepted: " + problem);
        });
        enter(password);
    }

    /** Creates {@code admin} with a password that nobody chose, and keeps it where the operator finds it. */
    void makeUp(DataFolder folder) {
        var bytes = new byte[10];
        new SecureRandom().nextBytes(bytes);
        var password = HexFormat.of().formatHex(bytes);
        try {
            folder.writeSecret("first-sign-in.txt", "%s / %s%n".formatted(USERNAME, password));
        } catch (IOException e) {
            throw new StartupProblem(
                    "The first password cannot be written to the data folder (%s).".formatted(e.getMessage()), e);
        }
        enter(password);
        madeUp = password;
    }

    /** The password that was made up in this start; empty on every later one. */
    Optional<String> madeUp() {
        return Optional.ofNullable(madeUp);
    }

    static boolean isKept(DataFolder folder) {
        return Files.exists(folder.path("first-sign-in.txt"));
    }

    private int count(String which) {
        return jdbc.sql("select count(*) from person join person_role using (username) where role = 'ADMIN' and "
                        + which)
                .query(Integer.class)
                .single();
    }

    private void enter(String password) {
        jdbc.sql("""
                insert into person (username, name, mail, password_hash, zone, language, created_at)
                values (:username, 'Administrator', 'admin@relevo.invalid', :hash, 'UTC', 'en', :now)
                on conflict (username) do update
                    set password_hash = excluded.password_hash, enabled = true, demo = false
                """)
                .param("username", USERNAME)
                .param("hash", passwords.encode(password))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        for (var role : new Role[] {Role.ADMIN, Role.PROCESS_ADMIN, Role.RULE_ADMIN, Role.AGENT}) {
            jdbc.sql("insert into person_role (username, role) values (:username, :role) on conflict do nothing")
                    .param("username", USERNAME)
                    .param("role", role.name())
                    .update();
        }
        people.forget();
        audit.record("relevo", "first administrator made", USERNAME, null);
    }
}
