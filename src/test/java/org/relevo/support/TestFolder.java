package org.relevo.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each context of a run a data folder of its own under {@code target}, and removes those of earlier runs. */
public class TestFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path ALL = Path.of("target", "test-data");
    private static final String RUN = "run-" + ProcessHandle.current().pid();
    private static final AtomicInteger CONTEXTS = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (CONTEXTS.get() == 0) {
            removeEarlierRuns();
        }
        var folder = ALL.resolve(RUN + "-" + CONTEXTS.incrementAndGet());
        TestPropertyValues.of("relevo.data-dir=" + folder).applyTo(context);
    }

    private static void removeEarlierRuns() {
        try {
            Files.createDirectories(ALL);
            try (var runs = Files.list(ALL)) {
                for (var run : runs.filter(TestFolder::isOver).toList()) {
                    remove(run);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A run whose process is still there belongs to somebody who tests at the same time. */
    private static boolean isOver(Path run) {
        var parts = run.getFileName().toString().split("-");
        return parts.length < 3
                || parts[1].equals(Long.toString(ProcessHandle.current().pid()))
                || ProcessHandle.of(Long.parseLong(parts[1])).isEmpty();
    }

    /** Two processes share the tests and look at the same time; whoever takes a folder first removes it. */
    private static void remove(Path run) throws IOException {
        var taken = ALL.resolve("over-" + ProcessHandle.current().pid() + "-" + run.getFileName());
        try {
            Files.move(run, taken);
        } catch (NoSuchFileException e) {
            return;
        }
        delete(taken);
    }

    private static void delete(Path run) throws IOException {
        stopDatabase(run.resolve("postgres").resolve("postmaster.pid"));
        try (var files = Files.walk(run)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** A run that was killed leaves its database behind. */
    private static void stopDatabase(Path pidFile) throws IOException {
        if (Files.exists(pidFile)) {
            var pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            ProcessHandle.of(pid)
                    .filter(process -> process.info()
                            .command()
                            .filter(c -> c.endsWith("postgres"))
                            .isPresent())
                    .ifPresent(process -> {
                        process.destroyForcibly();
                        process.onExit().join();
                    });
        }
    }
}
