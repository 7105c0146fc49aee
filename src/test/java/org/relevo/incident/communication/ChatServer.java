package org.relevo.incident.communication;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** A chat program that takes messages at a webhook, or does not. */
class ChatServer implements AutoCloseable {

    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile int[] statuses;

    /** @param statuses what it answers, one after the other; the last for good; 0 is no answer at all */
    ChatServer(int... statuses) {
        this.statuses = statuses;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "chat-server");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        taken.add(body);
        var status = next();
        if (status == 0) {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return;
        }
        var said = "said %d".formatted(status).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", address());
        exchange.sendResponseHeaders(status, said.length);
        exchange.getResponseBody().write(said);
        exchange.close();
    }

    private synchronized int next() {
        var first = statuses[0];
        if (statuses.length > 1) {
            statuses = java.util.Arrays.copyOfRange(statuses, 1, statuses.length);
        }
        return first;
    }

    String address() {
        return "http://localhost:%d/services/secret"
                .formatted(server.getAddress().getPort());
    }

    List<String> taken() {
        return taken;
    }

    static UnaryOperator<String> ending(String path) {
        return address -> address + path;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
