package org.relevo.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** When this node's scheduler last carried out an execution of each task. One that ends for good leaves no other trace. */
@Component
public class TaskProgress {

    private final Clock clock;
    private final Map<String, Instant> last = new ConcurrentHashMap<>();

    public TaskProgress(Clock clock) {
        this.clock = clock;
    }

    /** After the commit of what the execution did. */
    public void made(String task) {
        last.put(task, clock.instant());
    }

    public Map<String, Instant> last() {
        return Map.copyOf(last);
    }
}
