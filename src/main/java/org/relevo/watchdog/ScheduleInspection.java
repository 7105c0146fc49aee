package org.relevo.watchdog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.relevo.platform.Finding;
import org.relevo.platform.Inspection;
import org.relevo.platform.TimedWork;
import org.springframework.stereotype.Component;

/** Finds work without a scheduled execution, and overdue work that the watchdog could not do either. */
@Component
class ScheduleInspection implements Inspection {

    private static final Duration DESPITE_RESCUE = Duration.ofSeconds(30);

    private final List<TimedWork> works;

    ScheduleInspection(List<TimedWork> works) {
        this.works = works;
    }

    @Override
    public List<Finding> inspect(Instant now) {
        var findings = new ArrayList<Finding>();
        var astray = works.stream().mapToLong(TimedWork::astray).sum();
        if (astray > 0) {
            findings.add(new Finding("unscheduled", astray, List.of()));
        }
        var overdue = works.stream()
                .flatMap(work -> work.dueBefore(now.minus(DESPITE_RESCUE), 1_000).stream())
                .toList();
        if (!overdue.isEmpty()) {
            var examples = overdue.stream()
                    .map(TimedWork.Overdue::workItem)
                    .distinct()
                    .limit(Finding.EXAMPLES)
                    .map(number -> new Finding.Example(number, "/incidents/" + number))
                    .toList();
            findings.add(new Finding("overdue", overdue.size(), examples));
        }
        return findings;
    }
}
