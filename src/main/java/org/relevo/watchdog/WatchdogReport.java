package org.relevo.watchdog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Finding;
import org.springframework.stereotype.Component;

/** What the watchdog knows, for those who can set it right. */
@Component
public class WatchdogReport {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int SHOWN = 50;

    private final Lookout lookout;
    private final Faults faults;
    private final Nodes nodes;

    WatchdogReport(Lookout lookout, Faults faults, Nodes nodes) {
        this.lookout = lookout;
        this.faults = faults;
        this.nodes = nodes;
    }

    /**
     * @param at when it looked, by the database's clock
     * @param faultCount how many faults of the last seven days there are, of which the latest are given
     */
    public record Standing(Instant at, List<Finding> findings, long faultCount, List<Fault> faults, List<Node> nodes) {

        public boolean isSilent(Node node) {
            return node.seenAt().plus(NodeInspection.SILENT).isBefore(at);
        }
    }

    /** Looks now. */
    public Standing look(Actor by) {
        by.require(Role.SERVICE_MANAGER, Role.ADMIN);
        var sight = lookout.look();
        var since = sight.at().minus(WEEK);
        return new Standing(
                sight.at(), sight.findings(), faults.countSince(since), faults.since(since, SHOWN), nodes.all());
    }
}
