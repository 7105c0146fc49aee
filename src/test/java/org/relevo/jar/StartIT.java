package org.relevo.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relevo.support.RelevoProcess;

/** How the executable jar starts, and what it says when it cannot. */
class StartIT {

    @TempDir
    Path folder;

    @Test
    void aTakenPortIsSaidInOneLine() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var relevo = RelevoProcess.start(folder, taken.getLocalPort(), Map.of())) {
            assertThat(relevo.awaitEnd()).isNotZero();
            assertThat(reasons(relevo))
                    .isEqualTo(
                            "Relevo did not start: Port %d is taken. Stop what uses it, or set SERVER_PORT to another port."
                                    .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void aSecondStartOnTheSameDataFolderIsSaidInOneLine() {
        try (var first = RelevoProcess.start(folder, Map.of()).ready();
                var second = RelevoProcess.start(folder, Map.of())) {
            assertThat(second.awaitEnd()).isNotZero();
            assertThat(reasons(second))
                    .startsWith("Relevo did not start: The data folder")
                    .contains("in use by another Relevo");
            assertThat(first.status("/actuator/health")).isEqualTo(200);
        }
    }

    @Test
    void aBrokenDataFolderIsSaidInOneLine() throws IOException {
        var cluster = Files.createDirectories(folder.resolve("data/postgres"));
        Files.writeString(cluster.resolve("postgresql.conf"), "this is no configuration\n");
        Files.writeString(folder.resolve("data/postgres-password"), "secret");
        try (var relevo = RelevoProcess.start(folder, Map.of())) {
            assertThat(relevo.awaitEnd()).isNotZero();
            assertThat(reasons(relevo))
                    .startsWith("Relevo did not start: The database in")
                    .contains("does not start");
        }
    }

    @Test
    void aDataFolderThatIsAFileIsSaidInOneLine() throws IOException {
        Files.writeString(folder.resolve("data"), "");
        try (var relevo = RelevoProcess.start(folder, Map.of())) {
            assertThat(relevo.awaitEnd()).isNotZero();
            assertThat(reasons(relevo))
                    .startsWith("Relevo did not start: The data folder")
                    .contains("cannot be written");
        }
    }

    @Test
    void anEmptyDataSourceStartsNoDatabaseByAccident() {
        try (var relevo = RelevoProcess.start(folder, Map.of("SPRING_DATASOURCE_URL", ""))) {
            assertThat(relevo.awaitEnd()).isNotZero();
            assertThat(reasons(relevo)).startsWith("Relevo did not start: SPRING_DATASOURCE_URL is set but empty.");
            assertThat(folder.resolve("data/postgres")).doesNotExist();
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsSaidInOneLine() {
        var nobody = Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://localhost:1/relevo");
        try (var relevo = RelevoProcess.start(folder, nobody)) {
            assertThat(relevo.awaitEnd()).isNotZero();
            assertThat(reasons(relevo)).startsWith("Relevo did not start: The database does not answer.");
        }
    }

    @Test
    void anAddressThatIsNoPostgresIsSaidInOneLine() {
        try (var relevo = RelevoProcess.start(folder, Map.of("SPRING_DATASOURCE_URL", "localhost:5432"))) {
            assertThat(relevo.awaitEnd()).isNotZero();
            assertThat(reasons(relevo)).startsWith("Relevo did not start: SPRING_DATASOURCE_URL is no address");
        }
    }

    @Test
    void aServerWithoutAnAdministratorIsSaidInOneLine() throws IOException {
        try (var postgres = EmbeddedPostgres.builder().start();
                var relevo = RelevoProcess.start(folder, server(postgres, Map.of()))) {
            assertThat(relevo.awaitEnd()).isNotZero();
            assertThat(reasons(relevo)).startsWith("Relevo did not start:").contains("RELEVO_ADMIN_PASSWORD");
        }
    }

    @Test
    void aConfiguredPostgresIsUsedAndNoneIsStarted() throws IOException {
        try (var postgres = EmbeddedPostgres.builder().start();
                var relevo = RelevoProcess.start(
                                folder, server(postgres, Map.of("RELEVO_ADMIN_PASSWORD", "a-long-enough-secret")))
                        .ready()) {
            assertThat(folder.resolve("data")).doesNotExist();
            assertThat(relevo.get("/api/v1/work-items").get("total").asInt()).isZero();
            assertThat(relevo.output()).doesNotContain("demo organisation");
        }
    }

    private static Map<String, String> server(EmbeddedPostgres postgres, Map<String, String> more) {
        var environment = new java.util.HashMap<>(more);
        environment.put("SPRING_DATASOURCE_URL", postgres.getJdbcUrl("postgres", "postgres"));
        environment.put("SPRING_DATASOURCE_USERNAME", "postgres");
        return environment;
    }

    /** What it says besides its log. */
    private static String reasons(RelevoProcess relevo) {
        var lines = relevo.output()
                .lines()
                .filter(line -> !line.matches("\\d{4}-\\d\\d-\\d\\dT.* (INFO|WARN) .*"))
                .toList();
        assertThat(lines).as(relevo.output()).hasSize(1);
        return lines.get(0);
    }
}
