package org.relevo.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How far this node's clock is from the database's, and whether the node may do time-driven work by it. */
@Component
public class NodeClock {

    /** Further off than this is worth a warning. */
    public static final Duration WARN = Duration.ofSeconds(1);

    /** Further off than this, the node does no time-driven work. */
    public static final Duration STOP = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(NodeClock.class);
    private static final int TRIES = 3;

    private final Clock clock;
    private final DatabaseClock database;
    private final ApplicationEventPublisher events;
    private volatile Reading last = new Reading(Duration.ZERO, Duration.ZERO);

    NodeClock(Clock clock, DatabaseClock database, ApplicationEventPublisher events) {
        this.clock = clock;
        this.database = database;
        this.events = events;
    }

    /**
     * How far ahead of the database's clock this node's is; negative where it is behind.
     *
     * @param roundTrip how long it took to ask: the answer may be wrong by half of it
     */
    public record Reading(Duration offset, Duration roundTrip) {

        /** Off by more than that for certain, however slow the answer was. */
        private boolean isOffBy(Duration limit) {
            return offset.abs().minus(roundTrip.dividedBy(2)).compareTo(limit) > 0;
        }

        public boolean warns() {
            return isOffBy(WARN);
        }

        public boolean mayWork() {
            return !isOffBy(STOP);
        }
    }

    /** This node stops or resumes its time-driven work. */
    public record Judged(boolean mayWork) {}

    /** Asks the database now, and tells whoever works by time where that changes whether the node may. */
    public Reading measure() {
        var before = last;
        var reading = IntStream.range(0, TRIES)
                .mapToObj(i -> ask())
                .min((a, b) -> a.roundTrip().compareTo(b.roundTrip()))
                .orElseThrow();
        last = reading;
        if (before.mayWork() != reading.mayWork()) {
            log.atLevel(reading.mayWork() ? org.slf4j.event.Level.INFO : org.slf4j.event.Level.ERROR)
                    .log(
                            "This node's clock is {} ms off the database's; time-driven work {}",
                            reading.offset().toMillis(),
                            reading.mayWork() ? "resumes" : "stops here until it is set right");
            events.publishEvent(new Judged(reading.mayWork()));
        }
        return reading;
    }

    public Reading last() {
        return last;
    }

    /** The database answers in the middle of the round trip, as far as is known. */
    private Reading ask() {
        var here = clock.instant();
        var begun = System.nanoTime();
        var there = database.instant();
        var roundTrip = Duration.ofNanos(System.nanoTime() - begun);
        return new Reading(Duration.between(there, here.plus(roundTrip.dividedBy(2))), roundTrip);
    }
}
