package org.relevo.watchdog;

import java.util.List;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Audit;
import org.relevo.platform.TimedWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Schedules anew what has no scheduled execution, or one at another time than its own. */
@Component
public class Repair {

    private static final Logger log = LoggerFactory.getLogger(Repair.class);
    private static final int AT_ONCE = 500;

    private final List<TimedWork> works;
    private final Audit audit;

    Repair(List<TimedWork> works, Audit audit) {
        this.works = works;
        this.audit = audit;
    }

    /** Answers how many were scheduled anew. */
    public int repair(Actor by) {
        by.require(Role.SERVICE_MANAGER, Role.ADMIN);
        var repaired = works.stream().mapToInt(Repair::repair).sum();
        audit.record(by.name(), "executions repaired", "watchdog", "%d scheduled anew".formatted(repaired));
        return repaired;
    }

    /** As by a person, of Relevo's own accord. */
    void atStart() {
        var repaired = works.stream().mapToInt(Repair::repair).sum();
        if (repaired > 0) {
            log.warn("{} commitments and escalations had no scheduled execution; scheduled anew", repaired);
        }
    }

    private static int repair(TimedWork work) {
        var repaired = 0;
        var last = 0L;
        for (var ids = work.rows().astray(last, AT_ONCE);
                !ids.isEmpty();
                ids = work.rows().astray(last, AT_ONCE)) {
            for (var id : ids) {
                repaired += rearm(work, id) ? 1 : 0;
                last = id;
            }
        }
        return repaired;
    }

    private static boolean rearm(TimedWork work, long id) {
        try {
            work.rearm(id);
            return true;
        } catch (RuntimeException e) {
            log.error("The {} {} could not be scheduled anew", work.kind(), id, e);
            return false;
        }
    }
}
