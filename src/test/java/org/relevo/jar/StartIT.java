package org.relevo.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
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
            assertThat(folder.resolve("data")).as("nothing was started").doesNotExist();
        }
    }

    /** The first start also reads in a file and counts as the plain one: two starts for what would be four. */
    @Test
    void itReadsInAFileAndKeepsItsDataFolderToItself() throws IOException {
        var file = folder.resolve("excerpt.csv");
        try (var excerpt =
                Objects.requireNonNull(StartIT.class.getResourceAsStream("/imports/servicenow_excerpt.csv"))) {
            Files.copy(excerpt, file);
        }
        try (var first = RelevoProcess.start(folder, RelevoProcess.freePort(), Map.of(), "--relevo.import=" + file)
                        .ready();
                var second = RelevoProcess.start(folder, Map.of())) {
            assertThat(second.awaitEnd()).isNotZero();
            assertThat(reasons(second))
                    .startsWith("Relevo did not start: The data folder")
                    .contains("in use by another Relevo");
            assertThat(first.status("/actuator/health")).isEqualTo(200);
            var done = "Import 1 done: 32 rows read, 5 work items, 32 events, 0 unchanged, 0 refused. See /imports/1";
            first.awaitOutput(done);
            assertThat(first.get("/api/v1/imports/1").get("items").asInt()).isEqualTo(5);
        }
    }

    @Test
    void aFileToImportThatIsNotThereIsSaidInOneLine() {
        try (var relevo =
                RelevoProcess.start(folder, RelevoProcess.freePort(), Map.of(), "--relevo.import=no-such-file.csv")) {
            assertThat(relevo.awaitEnd()).isNotZero();
            assertThat(reasons(relevo))
                    .isEqualTo(
                            "Relevo did not start: The file no-such-file.csv that relevo.import names cannot be read."
                                    + " Check its path and permissions.");
        }
    }

    @Test
    void aBrokenDataFolderIsSaidInOneLine() throws IOException {
        var cluster = Files.createDirectories(folder.resolve("data/postgres"));
        Files.writeString(cluster.resolve("postgresql.conf"), "this is no configuration\n");
        Files.writeString(cluster.resolve("PG_VERSION"), "18\n");
        Files.writeString(Files.createDirectories(cluster.resolve("global")).resolve("pg_control"), "");
        Files.writeString(folder.resolve("data/postgres-password"), "secret");
        try (var relevo = RelevoProcess.start(folder, Map.of())) {
            assertThat(relevo.awaitEnd()).isNotZero();
            assertThat(reasons(relevo))
                    .startsWith("Relevo did not start: The database in")
                    .contains("does not start");
        }
        Files.delete(cluster.resolve("PG_VERSION"));
        try (var relevo = RelevoProcess.start(folder, Map.of())) {
            assertThat(relevo.awaitEnd()).isNotZero();
            assertThat(reasons(relevo))
                    .startsWith("Relevo did not start: " + cluster.resolve("PG_VERSION") + " is missing")
                    .contains("Put it back from a back-up");
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
                var relevo = RelevoProcess.start(
                        folder,
                        Map.of(
                                "SPRING_DATASOURCE_URL",
                                postgres.getJdbcUrl("postgres", "postgres"),
                                "SPRING_DATASOURCE_USERNAME",
                                "postgres"))) {
            assertThat(relevo.awaitEnd()).isNotZero();
            assertThat(reasons(relevo)).startsWith("Relevo did not start:").contains("RELEVO_ADMIN_PASSWORD");
        }
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
