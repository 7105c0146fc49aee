package org.relevo.watchdog.web;

import org.relevo.platform.NodeClock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** A node that must do no time-driven work is not healthy; anything less is a matter for the watchdog's page. */
@Component("nodeClockHealth")
class ClockHealth implements HealthIndicator {

    private final NodeClock clock;

    ClockHealth(NodeClock clock) {
        this.clock = clock;
    }

    @Override
    public Health health() {
        var reading = clock.last();
        var health = reading.mayWork() ? Health.up() : Health.down();
        return health.withDetail("offsetMillis", reading.offset().toMillis())
                .withDetail("warns", reading.warns())
                .build();
    }
}
