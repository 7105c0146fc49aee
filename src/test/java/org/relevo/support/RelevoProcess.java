package org.relevo.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The executable jar, run as a process of its own, as an operator would run it. */
public class RelevoProcess implements AutoCloseable {

    public static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    public final int port;
    public final Path output;
    private final Process process;

    private RelevoProcess(int port, Path output, Process process) {
        this.port = port;
        this.output = output;
        this.process = process;
    }

    public static RelevoProcess start(Path folder, Map<String, String> environment) {
        return start(folder, freePort(), environment);
    }

    public static RelevoProcess start(Path folder, int port, Map<String, String> environment, String... arguments) {
        try {
            Files.createDirectories(folder);
            var output = Files.createTempFile(folder, "output", ".log");
            var builder = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-Xmx400m",
                            "-jar",
                            System.getProperty("relevo.jar"))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.command().addAll(List.of(arguments));
            var all = new HashMap<>(Map.of(
                    "SERVER_PORT", String.valueOf(port),
                    "RELEVO_DATA_DIR", folder.resolve("data").toString(),
                    "RELEVO_API_TOKEN", TOKEN));
            all.putAll(environment);
            builder.environment().keySet().removeIf(key -> key.startsWith("SPRING_") || key.startsWith("RELEVO_"));
            builder.environment().putAll(all);
            return new RelevoProcess(port, output, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the health probe answers. */
    public RelevoProcess ready() {
        var until = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (System.nanoTime() < until) {
            if (!process.isAlive()) {
                throw new AssertionError("Relevo ended: " + output());
            }
            if (status("/actuator/health") == 200) {
                return this;
            }
            pause();
        }
        throw new AssertionError("Relevo is not ready: " + output());
    }

    public int status(String path) {
        try {
            return HTTP.send(request(path).GET().build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answer, or null where the process was killed before it answered. */
    public @Nullable JsonNode post(String path, byte[] body) {
        try {
            var reply = HTTP.send(
                    request(path)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.ofString());
            return reply.statusCode() / 100 == 2 ? JsonMapper.shared().readTree(reply.body()) : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public JsonNode get(String path) {
        try {
            var reply = HTTP.send(request(path).GET().build(), BodyHandlers.ofString());
            if (reply.statusCode() != 200) {
                throw new AssertionError(path + ": " + reply.statusCode() + " " + reply.body());
            }
            return JsonMapper.shared().readTree(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + TOKEN);
    }

    /** Somebody who visits its pages. */
    public Visitor visitor() {
        return new Visitor("http://localhost:" + port);
    }

    public long pid() {
        return process.pid();
    }

    /** Kills the Java process the hard way; its database is left behind. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Waits until it has printed a line that contains a text. */
    public void awaitOutput(String text) {
        var until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!output().contains(text)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new AssertionError("Relevo has not said \"%s\": %s".formatted(text, output()));
            }
            pause();
        }
    }

    public int awaitEnd() {
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                throw new AssertionError("Relevo goes on: " + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops it as an operator would. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }
}
