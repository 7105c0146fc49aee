package org.relevo.watchdog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.relevo.platform.Finding;
import org.relevo.platform.Inspection;
import org.relevo.platform.TimedWork;
import org.springframework.stereotype.Component;

/** Finds work without a scheduled execution, a backlog, and overdue work that the watchdog could not do either. */
@Component
class ScheduleInspection implements Inspection {

    private static final Duration DESPITE_RESCUE = Duration.ofSeconds(30);

    private static final int MANY = 1_000;
    private static final Duration BACKLOG = Duration.ofSeconds(60);

    private final List<TimedWork> works;
    private final Pace pace;

    ScheduleInspection(List<TimedWork> works, Pace pace) {
        this.works = works;
        this.pace = pace;
    }

    @Override
    public List<Finding> inspect(Instant now) {
        var findings = new ArrayList<Finding>();
        var astray = works.stream().mapToLong(work -> work.rows().astray()).sum();
        if (astray > 0) {
            findings.add(new Finding("unscheduled", astray, List.of()));
        }
        var backlog = works.stream().mapToLong(work -> backlog(work, now)).sum();
        if (backlog > 0) {
            findings.add(new Finding("backlog", backlog, List.of()));
        }
        findings.addAll(overdue(now));
        return findings;
    }

    /** How much waits for its turn, where the oldest of it has waited for a minute. */
    private long backlog(TimedWork work, Instant now) {
        return busy(work, now) && work.rows().waitingSince(now.minus(BACKLOG)) > 0
                ? work.rows().waitingSince(now.minus(Rescue.PATIENCE))
                : 0;
    }

    private boolean busy(TimedWork work, Instant now) {
        return pace.movesSince(work.rows().task(), now.minus(Rescue.PATIENCE));
    }

    private List<Finding> overdue(Instant now) {
        var before = now.minus(DESPITE_RESCUE);
        var overdue = works.stream()
                .flatMap(work -> (busy(work, now)
                                ? work.rows().neglectedBefore(before, MANY)
                                : work.rows().dueBefore(before, MANY))
                        .stream())
                .toList();
        if (overdue.isEmpty()) {
            return List.of();
        }
        var examples = overdue.stream()
                .map(TimedWork.Overdue::workItem)
                .distinct()
                .limit(Finding.EXAMPLES)
                .map(number -> new Finding.Example(number, "/incidents/" + number))
                .toList();
        return List.of(new Finding("overdue", overdue.size(), examples));
    }
}
