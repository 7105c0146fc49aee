package org.relevo.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relevo.support.RelevoProcess;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The executable jar with the very settings that docker-compose.yml gives its service. */
class ComposeIT {

    private static final String PASSWORD = "a-long-enough-secret";
    private static final Map<String, String> GIVEN =
            Map.of("RELEVO_ADMIN_PASSWORD", PASSWORD, "RELEVO_API_TOKEN", RelevoProcess.TOKEN);
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::([-?])([^}]*))?}");

    @TempDir
    Path folder;

    @Test
    void theServiceRunsOnItsDatabaseAndMailServerWithItsAdministratorAndToken() throws Exception {
        var compose = compose();
        var mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        try (var postgres = EmbeddedPostgres.builder().start()) {
            var settings = settings(compose, "relevo");
            makeDatabase(postgres, settings(compose, "postgres"));
            replace(
                    settings,
                    "SPRING_DATASOURCE_URL",
                    "//postgres:5432/",
                    "//localhost:%d/".formatted(postgres.getPort()));
            replace(settings, "SPRING_MAIL_HOST", "mailpit", "127.0.0.1");
            replace(
                    settings,
                    "SPRING_MAIL_PORT",
                    "1025",
                    String.valueOf(mails.getSmtp().getPort()));
            try (var relevo = RelevoProcess.start(folder, settings).ready()) {
                usesThatDatabase(settings);
                knowsItsAdministratorAndToken(relevo);
                mailsThroughThatServer(relevo, mails);
                assertThat(folder.resolve("data")).as("no database of its own").doesNotExist();
                assertThat(relevo.output()).doesNotContain("demo organisation");
            }
        } finally {
            mails.stop();
        }
    }

    private static Map<String, Object> compose() throws Exception {
        try (var file = Files.newBufferedReader(Path.of("docker-compose.yml"))) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        }
    }

    /** A service's settings as Docker Compose would pass them on, with the two secrets given. */
    @SuppressWarnings("unchecked")
    private static Map<String, String> settings(Map<String, Object> compose, String service) {
        var services = (Map<String, Map<String, Object>>) compose.get("services");
        var settings = new TreeMap<String, String>();
        ((Map<String, Object>) services.get(service).get("environment"))
                .forEach((name, value) -> settings.put(
                        name, VARIABLE.matcher(String.valueOf(value)).replaceAll(found -> {
                            var known = GIVEN.get(found.group(1));
                            assertThat(known != null || "-".equals(found.group(2)))
                                    .as(found.group())
                                    .isTrue();
                            return known != null ? known : found.group(3);
                        })));
        return settings;
    }

    private static void replace(Map<String, String> settings, String name, String there, String here) {
        assertThat(settings.get(name)).as(name).contains(there);
        settings.put(name, settings.get(name).replace(there, here));
    }

    private static void makeDatabase(EmbeddedPostgres postgres, Map<String, String> settings) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            var user = settings.get("POSTGRES_USER");
            statement.execute("create role %s login password '%s'".formatted(user, settings.get("POSTGRES_PASSWORD")));
            statement.execute("create database %s owner %s".formatted(settings.get("POSTGRES_DB"), user));
        }
    }

    private static void usesThatDatabase(Map<String, String> settings) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        settings.get("SPRING_DATASOURCE_URL"),
                        settings.get("SPRING_DATASOURCE_USERNAME"),
                        settings.get("SPRING_DATASOURCE_PASSWORD"));
                var people = connection.createStatement().executeQuery("select username from person")) {
            assertThat(people.next()).isTrue();
            assertThat(people.getString(1)).isEqualTo("admin");
            assertThat(people.next()).as("nobody else").isFalse();
        }
    }

    private static void knowsItsAdministratorAndToken(RelevoProcess relevo) {
        assertThat(relevo.get("/api/v1/work-items").get("total").asInt()).isZero();
        var admin = relevo.visitor();
        assertThat(admin.signIn("admin", PASSWORD).location()).doesNotContain("sign-in");
        assertThat(admin.get("/inbox").status()).isEqualTo(200);
    }

    private static void mailsThroughThatServer(RelevoProcess relevo, GreenMail mails) throws Exception {
        assertThat(relevo.post("/api/v1/alerts/alertmanager", """
                {"receiver":"relevo","status":"firing","version":"4","groupKey":"compose","truncatedAlerts":0,
                 "groupLabels":{},"commonLabels":{},"commonAnnotations":{},"externalURL":"",
                 "alerts":[{"status":"firing","labels":{"alertname":"InstanceDown","severity":"critical"},
                  "annotations":{"summary":"Instance down"},"startsAt":"2026-11-22T22:00:37.322Z",
                  "endsAt":"0001-01-01T00:00:00Z","generatorURL":"","fingerprint":"00000000c0ffee00"}]}
                """.getBytes(StandardCharsets.UTF_8)))
                .isNotNull();
        assertThat(mails.waitForIncomingEmail(30_000, 1)).isTrue();
        assertThat(mails.getReceivedMessages()[0].getAllRecipients()[0]).hasToString("admin@relevo.invalid");
        assertThat(String.valueOf(mails.getReceivedMessages()[0].getContent())).isNotEmpty();
    }
}
