package org.relevo.watchdog;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.relevo.platform.Finding;
import org.relevo.platform.NodeClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The second path by which time-driven work is done, independent of the scheduler; and an eye on everything else. */
@Component
class Watchdog {

    private static final Logger log = LoggerFactory.getLogger(Watchdog.class);

    private final NodeClock clock;
    private final Nodes nodes;
    private final Rescue rescue;
    private final Lookout lookout;
    private final AdminMail mail;
    private final Meters meters;
    private final Clock time;
    /** On which day the administrators were last told of a kind that is still found. */
    private Map<String, LocalDate> told = Map.of();

    Watchdog(NodeClock clock, Nodes nodes, Rescue rescue, Lookout lookout, AdminMail mail, Meters meters, Clock time) {
        this.clock = clock;
        this.nodes = nodes;
        this.rescue = rescue;
        this.lookout = lookout;
        this.mail = mail;
        this.meters = meters;
        this.time = time;
    }

    /** One round: what one part of it cannot do keeps the others from nothing. */
    void look() {
        attempt("compare the clocks", () -> nodes.seen(clock.measure()));
        if (clock.last().mayWork()) {
            attempt("look for overdue work", () -> meters.rescued(rescue.look()));
        }
        if (lookout.isDue()) {
            attempt("say what is wrong", this::inspect);
        }
    }

    synchronized void inspect() {
        var findings = lookout.lookOnRound().findings();
        meters.found(findings);
        var today = time.instant().atZone(ZoneOffset.UTC).toLocalDate();
        var news = findings.stream()
                .filter(finding -> !today.equals(told.get(finding.kind())))
                .toList();
        news.forEach(Watchdog::note);
        if (!news.isEmpty()) {
            mail.tell(news);
        }
        var tellings = new HashMap<String, LocalDate>();
        findings.forEach(finding -> tellings.put(finding.kind(), today));
        told = tellings;
    }

    private static void note(Finding finding) {
        log.warn("The watchdog finds {}: {} {}", finding.kind(), finding.count(), examples(finding.examples()));
    }

    private static String examples(List<Finding.Example> examples) {
        return examples.stream().map(Finding.Example::text).collect(Collectors.joining("; "));
    }

    private static void attempt(String what, Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            log.warn("The watchdog could not {}", what, e);
        }
    }
}
