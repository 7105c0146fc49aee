package org.relevo.watchdog;

import org.relevo.platform.NodeClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The second path by which time-driven work is done, independent of the scheduler. */
@Component
class Watchdog {

    private static final Logger log = LoggerFactory.getLogger(Watchdog.class);

    private final NodeClock clock;
    private final Nodes nodes;
    private final Rescue rescue;

    Watchdog(NodeClock clock, Nodes nodes, Rescue rescue) {
        this.clock = clock;
        this.nodes = nodes;
        this.rescue = rescue;
    }

    /** One round: what one part of it cannot do keeps the others from nothing. */
    void look() {
        attempt("compare the clocks", () -> nodes.seen(clock.measure()));
        if (clock.last().mayWork()) {
            attempt("look for overdue work", rescue::look);
        }
    }

    private static void attempt(String what, Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            log.warn("The watchdog could not {}", what, e);
        }
    }
}
