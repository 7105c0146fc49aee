package org.relevo.platform;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The pages that are open on this node and want to hear of changes. */
@Component
class LiveViewers {

    private static final int EACH = 12;
    private static final int TOGETHER = 2_000;
    /** After this long a browser connects again, which checks anew that the person is still signed in. */
    private static final long LONGEST_MILLIS = 10 * 60_000;

    private final List<LiveViewer> viewers = new CopyOnWriteArrayList<>();
    private final ExecutorService senders = Executors.newFixedThreadPool(2, task -> {
        var thread = new Thread(task, "live-sender");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicLong order = new AtomicLong();

    /** A person's oldest page makes room for the newest. */
    SseEmitter open(String username) {
        var theirs = viewers.stream().filter(v -> v.username().equals(username)).toList();
        if (theirs.size() >= EACH) {
            theirs.stream().min(Comparator.comparing(LiveViewer::order)).ifPresent(this::end);
        } else if (viewers.size() >= TOGETHER) {
            throw new Refusal.Conflict(
                    "%d pages are live on this node already. This one works without.".formatted(TOGETHER));
        }
        var emitter = new SseEmitter(LONGEST_MILLIS);
        var viewer = new LiveViewer(username, order.incrementAndGet(), emitter, senders);
        viewers.add(viewer);
        emitter.onCompletion(() -> viewers.remove(viewer));
        emitter.onTimeout(() -> end(viewer));
        emitter.onError(problem -> viewers.remove(viewer));
        viewer.keepAlive();
        return emitter;
    }

    void tell(String topic) {
        viewers.forEach(viewer -> viewer.tell(topic));
    }

    void keepAlive() {
        viewers.forEach(LiveViewer::keepAlive);
    }

    int open() {
        return viewers.size();
    }

    void close() {
        viewers.forEach(this::end);
    }

    private void end(LiveViewer viewer) {
        viewers.remove(viewer);
        viewer.end();
    }
}
