package org.relevo.intake.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How many events each sender may send to this node in a minute. What is not used is not saved up. */
@Component
class EventAllowance {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int perMinute;
    private final Clock clock;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    EventAllowance(@Value("${relevo.intake.events-per-minute:60000}") int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    private record Window(Instant start, int used) {}

    /** Takes one event off the sender's allowance; when there is none left, tells how long to wait. */
    Optional<Duration> take(String sender) {
        var now = clock.instant();
        var window = windows.merge(
                sender,
                new Window(now, 1),
                (old, fresh) ->
                        now.isBefore(old.start().plus(MINUTE)) ? new Window(old.start(), old.used() + 1) : fresh);
        return window.used() <= perMinute
                ? Optional.empty()
                : Optional.of(Duration.between(now, window.start().plus(MINUTE)));
    }
}
