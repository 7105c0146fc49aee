package org.relevo.people;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.DataFolder;
import org.relevo.platform.StartupProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to it, before the first request and in one transaction, that there is an administrator: from the environment,
 * from the demo organisation, or with a password made up for this installation.
 */
@Component
class FirstStart implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final DemoOrganisation demo;
    private final FirstAdministrator administrator;
    private final ApiTokens tokens;
    private final Environment environment;
    private final @Nullable DataFolder folder;

    FirstStart(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            DemoOrganisation demo,
            FirstAdministrator administrator,
            ApiTokens tokens,
            Environment environment,
            ObjectProvider<DataFolder> folder) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.demo = demo;
        this.administrator = administrator;
        this.tokens = tokens;
        this.environment = environment;
        this.folder = folder.getIfAvailable();
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            // Two nodes may start at the same time on an empty database.
            jdbc.sql("select pg_advisory_xact_lock(72657665)").query(row -> {});
            var password = setting("relevo.admin-password");
            if (folder != null && !demoWanted()) {
                demo.switchOff();
            }
            password.ifPresent(administrator::ensure);
            if (folder != null && demoWanted()) {
                demo.switchOn();
            }
            requireAdministrator();
            requireTriageTeam();
            setting("relevo.api-token").ifPresent(this::ensureToken);
        });
    }

    private void requireAdministrator() {
        if (administrator.exists()) {
            return;
        }
        if (folder == null) {
            throw new StartupProblem(
                    "There is no administrator yet. Set RELEVO_ADMIN_PASSWORD (at least 8 characters) for the first start; it becomes the password of the user 'admin'.");
        }
        administrator.makeUp(folder);
    }

    /** The rule book gives it what no other team supports; until it has members of its own, it is the administrators'. */
    private void requireTriageTeam() {
        var added = jdbc.sql(
                        "insert into team (key, name, zone) values ('triage', 'Triage', 'UTC') on conflict do nothing")
                .update();
        if (added == 1) {
            jdbc.sql(
                            "insert into team_member (team, username) select 'triage', username from person_role where role = 'ADMIN'")
                    .update();
        }
    }

    private void ensureToken(String token) {
        if (token.length() < 16) {
            throw new StartupProblem(
                    "RELEVO_API_TOKEN has %d characters. Set one of at least 16 (exactly 32 to use it as a PagerDuty routing key too)."
                            .formatted(token.length()));
        }
        var name = "RELEVO_API_TOKEN";
        if (tokens.isKnown(token)) {
            return;
        }
        if (tokens.isNamed(name)) {
            log.warn(
                    "RELEVO_API_TOKEN differs from the one of the first start and is not used. Make further tokens under Settings.");
            return;
        }
        tokens.store("relevo", name, token, ApiTokens.SCOPES, false);
    }

    private boolean demoWanted() {
        var wanted = setting("relevo.demo").orElse("true");
        return switch (wanted.toLowerCase(java.util.Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw new StartupProblem("RELEVO_DEMO is '%s'. Set it to true or false.".formatted(wanted));
        };
    }

    private Optional<String> setting(String name) {
        return Optional.ofNullable(environment.getProperty(name)).filter(value -> !value.isBlank());
    }
}
