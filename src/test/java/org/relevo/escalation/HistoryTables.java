package org.relevo.escalation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.Priority;

/** The tables by which random histories are decided, once as Relevo reads them and once as plain numbers. */
final class HistoryTables {

    record Step(int level, @Nullable Integer percent, int afterMinutes, String person, int reminders) {}

    static final Map<String, List<Integer>> CHECKPOINTS =
            Map.of("RESPONSE", List.of(0, 50, 100), "RESOLUTION", List.of(50, 75, 100));
    static final Map<String, Integer> FROM = Map.of("RESPONSE", 0, "RESOLUTION", 50);
    static final Map<String, List<Step>> LADDER = Map.of(
            "RESPONSE",
            List.of(
                    new Step(1, 0, 0, "jonas.weber", 0),
                    new Step(2, 50, 0, "lena.hoffmann", 2),
                    new Step(3, 100, 0, "marta.ruiz", 0)),
            "RESOLUTION",
            List.of(
                    new Step(1, 50, 0, "tomas.novak", 0),
                    new Step(2, 100, 0, "marta.ruiz", 1),
                    new Step(3, null, 30, "clara.brandt", 0)));

    private HistoryTables() {}

    static int minutes(String metric, Priority priority) {
        var hour = 60 << priority.ordinal();
        return metric.equals("RESPONSE") ? hour : 4 * hour;
    }

    static Map<String, String> files(boolean officeHours) {
        return Map.of(
                "tables/targets.csv",
                "type,agreement,metric,priority,tier,target,checkpoints,hold\n"
                        + Stream.of(Priority.values())
                                .map(p -> """
                                        INCIDENT,SLA,RESPONSE,%s,*,PT%dM,0;50;100,no
                                        INCIDENT,SLA,RESOLUTION,%s,*,PT%dM,50;75;100,yes
                                        """.formatted(p, minutes("RESPONSE", p), p, minutes("RESOLUTION", p)))
                                .collect(Collectors.joining()),
                "tables/calendars.csv",
                "agreement,metric,priority,tier,calendar\n*,*,*,*," + (officeHours ? "=histories" : "=always") + "\n",
                "tables/escalation-policies.csv",
                """
                policy,agreement,metric,priority,tier,from,repeat,give up,on
                answer,*,RESPONSE,*,*,0,,P7D,yes
                solve,*,RESOLUTION,*,*,50,,P7D,yes
                """,
                "tables/escalation-levels.csv",
                """
                policy,level,after,audience,remind,reminders,when,task
                answer,1,0 %,PERSON:jonas.weber,,0,,
                answer,2,50 %,PERSON:lena.hoffmann,PT20M,2,,
                answer,3,100 %,PERSON:marta.ruiz,,0,,
                solve,1,50 %,PERSON:tomas.novak,,0,,
                solve,2,100 %,PERSON:marta.ruiz,PT20M,1,,
                solve,3,PT30M,PERSON:clara.brandt,,0,,
                """);
    }
}
