package org.relevo.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that answers what a test tells it to, and otherwise accepts. */
class ScriptedSmtp implements AutoCloseable {

    /** Instead of an answer: the server hangs up, or says nothing. */
    static final String HANG_UP = "hang up";

    static final String SILENCE = "silence";

    final AtomicInteger connections = new AtomicInteger();
    final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<String>> toRecipient = new ConcurrentHashMap<>();
    private final Map<String, Queue<String>> toContent = new ConcurrentHashMap<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ServerSocket socket;

    record Received(String recipient, List<String> lines) {
        String header(String name) {
            return lines.stream()
                    .filter(line -> line.startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst()
                    .orElse("");
        }
    }

    ScriptedSmtp() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(() -> {
            while (true) {
                var client = socket.accept();
                open.add(client);
                connections.incrementAndGet();
                start(() -> talk(client));
            }
        });
    }

    int port() {
        return socket.getLocalPort();
    }

    void answerRecipient(String recipient, String... answers) {
        toRecipient.put(recipient, new ConcurrentLinkedQueue<>(List.of(answers)));
    }

    void answerContent(String recipient, String... answers) {
        toContent.put(recipient, new ConcurrentLinkedQueue<>(List.of(answers)));
    }

    List<Received> to(String recipient) {
        return received.stream()
                .filter(one -> one.recipient().equals(recipient))
                .toList();
    }

    private void talk(Socket client) throws IOException {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            var out = client.getOutputStream();
            Writer say = new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8);
            answer(say, "220 scripted");
            var recipient = "";
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var reply = "250 ok";
                if (line.startsWith("RCPT")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    reply = next(toRecipient, recipient, "250 ok");
                } else if (line.equals("DATA")) {
                    answer(say, "354 go on");
                    reply = content(in, recipient);
                }
                if (reply.equals(HANG_UP) || line.equals("QUIT")) {
                    return;
                }
                if (!reply.equals(SILENCE)) {
                    answer(say, reply);
                }
            }
        }
    }

    private String content(BufferedReader in, String recipient) throws IOException {
        var reply = next(toContent, recipient, "250 queued as " + received.size());
        var lines = new ArrayList<String>();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (reply.equals(HANG_UP) && line.isEmpty()) {
                return HANG_UP;
            }
            lines.add(line);
        }
        if (reply.startsWith("250")) {
            received.add(new Received(recipient, lines));
        }
        return reply;
    }

    private static String next(Map<String, Queue<String>> answers, String recipient, String standard) {
        var queue = answers.get(recipient);
        var answer = queue == null ? null : queue.poll();
        return answer == null ? standard : answer;
    }

    private static void answer(Writer say, String line) throws IOException {
        say.write(line + "\r\n");
        say.flush();
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void start(Task task) {
        var thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (var client : open) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
