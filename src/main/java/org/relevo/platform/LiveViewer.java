package org.relevo.platform;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open page. What it has not been told yet is kept as a set, so a slow reader costs no memory. */
final class LiveViewer {

    private static final Logger log = LoggerFactory.getLogger(LiveViewer.class);
    private static final String KEEP_ALIVE = "";

    private final String username;
    private final long order;
    private final SseEmitter emitter;
    private final Executor senders;
    private final Set<String> untold = new LinkedHashSet<>();
    private boolean sending;

    LiveViewer(String username, long order, SseEmitter emitter, Executor senders) {
        this.username = username;
        this.order = order;
        this.emitter = emitter;
        this.senders = senders;
    }

    String username() {
        return username;
    }

    long order() {
        return order;
    }

    void keepAlive() {
        tell(KEEP_ALIVE);
    }

    synchronized void tell(String topic) {
        untold.add(topic);
        if (!sending) {
            sending = true;
            senders.execute(this::send);
        }
    }

    private void send() {
        try {
            for (var topics = next(); !topics.isEmpty(); topics = next()) {
                for (var topic : topics) {
                    emitter.send(
                            topic.equals(KEEP_ALIVE)
                                    ? SseEmitter.event().comment("still here")
                                    : SseEmitter.event().name("changed").data(topic));
                }
            }
        } catch (IOException | IllegalStateException gone) {
            // The browser has left. The container reports the same to the emitter, which then forgets this viewer.
            log.trace("A page that was live is gone", gone);
        }
    }

    private synchronized Set<String> next() {
        var topics = Set.copyOf(untold);
        untold.clear();
        sending = !topics.isEmpty();
        return topics;
    }

    void end() {
        emitter.complete();
    }
}
