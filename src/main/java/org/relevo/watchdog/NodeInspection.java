package org.relevo.watchdog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.relevo.platform.Finding;
import org.relevo.platform.Inspection;
import org.relevo.platform.NodeClock;
import org.springframework.stereotype.Component;

/** Finds nodes whose clock is wrong, and nodes that have fallen silent without having been stopped. */
@Component
class NodeInspection implements Inspection {

    static final Duration SILENT = Duration.ofSeconds(30);
    /** After this long a node that fell silent has been replaced, or is not coming back. */
    private static final Duration MISSED = Duration.ofHours(1);

    private final Nodes nodes;

    NodeInspection(Nodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public List<Finding> inspect(Instant now) {
        var all = nodes.all();
        var lively = all.stream()
                .filter(node -> node.seenAt().plus(SILENT).isAfter(now))
                .toList();
        return Stream.of(
                        found("clock-stop", lively, node -> !node.works()),
                        found(
                                "clock-warn",
                                lively,
                                node -> node.works() && node.clockOffset().abs().compareTo(NodeClock.WARN) > 0),
                        found(
                                "node-silent",
                                all,
                                node -> !lively.contains(node)
                                        && node.seenAt().plus(MISSED).isAfter(now)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Finding> found(String kind, List<Node> nodes, Predicate<Node> wrong) {
        var found = nodes.stream()
                .filter(wrong)
                .map(node -> new Finding.Example(
                        "%s: %+d ms".formatted(node.name(), node.clockOffset().toMillis()), null))
                .toList();
        return found.isEmpty() ? List.of() : List.of(new Finding(kind, found.size(), found));
    }
}
