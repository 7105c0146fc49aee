package org.relevo.escalation;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables for a test: one target, one policy, its levels. */
final class Tables {

    private static final String TARGETS = "type,agreement,metric,priority,tier,target,checkpoints,hold\n";
    private static final String POLICIES = "policy,agreement,metric,priority,tier,from,repeat,give up,on\n";
    private static final String LEVELS = "policy,level,after,audience,remind,reminders,when,task\n";

    private Tables() {}

    /** For every priority the same targets, such as {@code SLA,RESPONSE,PT4H,0;50;100,no}. */
    static Map<String, String> of(String targets, String policies, String levels) {
        return Map.of(
                "tables/targets.csv",
                TARGETS
                        + targets.lines()
                                .flatMap(row -> Stream.of("P1", "P2", "P3", "P4")
                                        .map(priority -> "INCIDENT,"
                                                + row.replaceFirst("^([^,]+,[^,]+),", "$1," + priority + ",*,")))
                                .collect(Collectors.joining("\n")),
                "tables/escalation-policies.csv",
                POLICIES + policies.strip(),
                "tables/escalation-levels.csv",
                LEVELS + levels.strip());
    }
}
