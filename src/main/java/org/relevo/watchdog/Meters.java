package org.relevo.watchdog;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.relevo.platform.Finding;
import org.relevo.platform.NodeClock;
import org.springframework.stereotype.Component;

/** What the watchdog sees, as figures for monitoring. */
@Component
class Meters {

    private final Counter faults;
    private final MultiGauge findings;
    private final AtomicLong overdue = new AtomicLong();

    Meters(MeterRegistry registry, NodeClock clock) {
        this.faults = Counter.builder("relevo.watchdog.faults")
                .description("Overdue work that this node's watchdog did")
                .register(registry);
        this.findings = MultiGauge.builder("relevo.watchdog.findings")
                .description("What is wrong, by kind")
                .register(registry);
        Gauge.builder("relevo.checkpoints.overdue", overdue, AtomicLong::get)
                .description("Checkpoints and escalation levels that nobody had handled for ten seconds")
                .register(registry);
        Gauge.builder("relevo.clock.offset", clock, c -> c.last().offset().toNanos() / 1e9)
                .description("How far this node's clock is ahead of the database's")
                .baseUnit("seconds")
                .register(registry);
    }

    void rescued(Rescue.Round round) {
        overdue.set(round.overdue());
        faults.increment(round.rescued());
    }

    void found(List<Finding> found) {
        findings.register(
                found.stream()
                        .map(finding -> MultiGauge.Row.of(Tags.of("kind", finding.kind()), finding.count()))
                        .toList(),
                true);
    }
}
