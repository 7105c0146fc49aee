package org.relevo.watchdog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.relevo.platform.DatabaseClock;
import org.relevo.platform.Finding;
import org.relevo.platform.Inspection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gathers what is wrong: every minute, and less often where looking takes long. */
@Component
class Lookout {

    private static final Logger log = LoggerFactory.getLogger(Lookout.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    /** Looking may take this share of the time, so that a hundred thousand open cases cost next to nothing. */
    private static final int SHARE = 200;

    private final List<Inspection> inspections;
    private final DatabaseClock database;
    private long notBefore = System.nanoTime();

    Lookout(List<Inspection> inspections, DatabaseClock database) {
        this.inspections = inspections;
        this.database = database;
    }

    /**
     * @param at by the database's clock
     * @param findings empty where nothing is wrong
     */
    record Sight(Instant at, List<Finding> findings) {}

    /** On the watchdog's own round. */
    boolean isDue() {
        return System.nanoTime() - notBefore >= 0;
    }

    Sight lookOnRound() {
        var begun = System.nanoTime();
        var sight = look();
        var ended = System.nanoTime();
        notBefore = ended + Math.max(EVERY.toNanos(), (ended - begun) * SHARE);
        return sight;
    }

    /** Looks when somebody asks, which does not put off the next round. */
    Sight look() {
        var now = database.instant();
        var findings = new ArrayList<Finding>();
        for (var inspection : inspections) {
            findings.addAll(look(inspection, now));
        }
        return new Sight(now, List.copyOf(findings));
    }

    /** That something could not be looked at is a finding of its own, not the same as that all is well. */
    private static List<Finding> look(Inspection inspection, Instant now) {
        var name = inspection.getClass().getSimpleName();
        try {
            return inspection.inspect(now);
        } catch (RuntimeException e) {
            log.error("The watchdog could not look at {}", name, e);
            return List.of(new Finding("not-looked-at", 1, List.of(new Finding.Example(name, null))));
        }
    }
}
