package org.relevo.incident;

import java.time.Instant;
import java.util.Optional;
import org.relevo.platform.TimedRows;
import org.relevo.platform.TimedWork;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Resolved incidents that close after their quiet time, as the watchdog sees them. */
@Component
class TimedClosings implements TimedWork {

    private final TimedRows timed;
    private final ClosingRows rows;
    private final ClosingDesk desk;

    TimedClosings(JdbcTemplate jdbc, ClosingRows rows, ClosingDesk desk) {
        this.timed = new TimedRows(jdbc, "case_closing", ClosingTask.NAME);
        this.rows = rows;
        this.desk = desk;
    }

    @Override
    public String kind() {
        return "closing";
    }

    @Override
    public TimedRows rows() {
        return timed;
    }

    @Override
    @Transactional
    public Optional<Overdue> rescue(long id, Instant dueBefore) {
        var late = timed.take(id, dueBefore);
        if (late.isPresent()) {
            desk.quiet(id);
        }
        return late.filter(was -> timed.nextAt(id).isEmpty());
    }

    @Override
    @Transactional
    public void rearm(long id) {
        timed.nextAt(id).ifPresent(next -> rows.schedule(id, next));
    }
}
