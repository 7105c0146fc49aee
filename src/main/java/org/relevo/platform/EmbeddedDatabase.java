package org.relevo.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL that belongs to this process and keeps its data in the data folder. A postmaster that a killed
 * process left behind is stopped before its data is opened again.
 */
class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final EmbeddedPostgres postgres;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres postgres, String password) {
        this.postgres = postgres;
        this.password = password;
    }

    static EmbeddedDatabase start(DataFolder folder) {
        var cluster = folder.path("postgres");
        var passwordFile = folder.path("postgres-password");
        var firstStart = folder.path("postgres-first-start");
        try {
            if (Files.exists(firstStart)) {
                discard(cluster);
            }
            if (!Files.exists(cluster)) {
                Files.deleteIfExists(passwordFile);
                Files.writeString(firstStart, "Relevo is making its database for the first time.\n");
            }
            stopLeftOver(cluster);
            var first = Files.exists(firstStart);
            if (!first) {
                requireWhole(cluster);
            }
            var password =
                    first ? newPassword() : Files.readString(passwordFile).strip();
            var database = new EmbeddedDatabase(launch(folder, cluster, password), password);
            if (first) {
                database.requirePassword(cluster, passwordFile);
                Files.delete(firstStart);
            }
            return database;
        } catch (NoSuchFileException e) {
            throw new StartupProblem(
                    "%s is missing, without which the database cannot be opened. Put it back from a back-up, or move the data folder away to begin anew."
                            .formatted(e.getMessage()),
                    e);
        } catch (IOException | SQLException | RuntimeException e) {
            throw new StartupProblem(
                    ("The database in %s does not start (%s). See %s; to begin anew move the data folder away, or set"
                                    + " SPRING_DATASOURCE_URL to a PostgreSQL of your own.")
                            .formatted(cluster, firstLine(e), folder.path("postgres.log")),
                    e);
        }
    }

    /** Without one of these the server would be waited for in vain, or would be made anew over what is left. */
    private static void requireWhole(Path cluster) throws NoSuchFileException {
        for (var part : new String[] {"PG_VERSION", "global/pg_control", "postgresql.conf"}) {
            if (!Files.exists(cluster.resolve(part))) {
                throw new NoSuchFileException(cluster.resolve(part).toString());
            }
        }
    }

    /** Starts it on a thread of its own, so that a server that has given up is noticed before the longest wait is over. */
    private static EmbeddedPostgres launch(DataFolder folder, Path cluster, String password) throws IOException {
        var log = folder.path("postgres.log");
        var said = Files.exists(log) ? Files.size(log) : 0;
        var launch = new FutureTask<>(() -> launcher(folder, cluster, password).start());
        var thread = new Thread(launch, "postgres-start");
        thread.setDaemon(true);
        thread.start();
        try {
            while (true) {
                try {
                    return launch.get(100, TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    failIfGivenUp(log, said);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException e) {
            failIfGivenUp(log, said);
            throw new IOException(firstLine(e), e);
        }
    }

    private static void failIfGivenUp(Path log, long from) throws IOException {
        var bytes = Files.exists(log) ? Files.readAllBytes(log) : new byte[0];
        var news = Arrays.copyOfRange(bytes, (int) Math.min(from, bytes.length), bytes.length);
        var lines = new String(news, StandardCharsets.UTF_8).lines().toList();
        if (lines.stream().anyMatch(EmbeddedDatabase::isTheEnd)) {
            throw new IOException(lines.stream()
                    .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                    .findFirst()
                    .map(line -> line.replaceAll(".*(?:FATAL|PANIC): *", ""))
                    .orElse("the server ended"));
        }
    }

    private static boolean isTheEnd(String line) {
        return line.contains("could not start server") || line.contains("pg_ctl: error:");
    }

    private static EmbeddedPostgres.Builder launcher(DataFolder folder, Path cluster, String password) {
        var log = folder.path("postgres.log").toFile();
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.path("postgres-binaries").toFile())
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "60")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("idle_in_transaction_session_timeout", "60000")
                .setServerConfig("lock_timeout", "20000")
                .setConnectConfig("password", password)
                .setLocaleConfig("locale", "C")
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
                .setPGStartupWait(Duration.ofSeconds(60))
                .setRegisterShutdownHook(false);
    }

    /** A first start that was killed before the cluster was ready left nothing that anybody has used. */
    private static void discard(Path cluster) throws IOException {
        stopLeftOver(cluster);
        if (Files.exists(cluster)) {
            try (var files = Files.walk(cluster)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void stopLeftOver(Path cluster) throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        var left = ProcessHandle.of(pid).filter(EmbeddedDatabase::isPostgres);
        if (left.isPresent()) {
            log.info("Stopping the database that an earlier Relevo left running (process {})", pid);
            left.get().destroy();
            try {
                left.get().onExit().get(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                throw new StartupProblem(
                        "Process %d still holds the database in %s. End it and start again.".formatted(pid, cluster),
                        e);
            }
        }
        Files.deleteIfExists(pidFile);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(c -> c.contains("postgres")).orElse(true);
    }

    private void requirePassword(Path cluster, Path passwordFile) throws SQLException, IOException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter user postgres password '" + password + "'");
            Files.createFile(passwordFile);
            if (Files.getFileStore(passwordFile).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(passwordFile, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(passwordFile, password);
            Files.writeString(
                    cluster.resolve("pg_hba.conf"),
                    "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n");
            statement.execute("select pg_reload_conf()");
        }
    }

    private static String newPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String firstLine(Throwable e) {
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return message.lines().findFirst().orElse(root.getClass().getSimpleName());
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort());
    }

    String password() {
        return password;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
