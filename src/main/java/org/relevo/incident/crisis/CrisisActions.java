package org.relevo.incident.crisis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has agreed to do what by when while a crisis lasts. */
@Component
public class CrisisActions {

    private static final int LONGEST = 1000;
    private static final Duration FARTHEST = Duration.ofDays(366);

    /** What was agreed a moment ago may be written down now. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private final CrisisLog log;
    private final JdbcClient jdbc;

    CrisisActions(CrisisLog log, JdbcClient jdbc) {
        this.log = log;
        this.jdbc = jdbc;
    }

    /** All of a case: the open ones first, by the time they are due. */
    public List<CrisisAction> of(WorkItemNumber number) {
        return jdbc.sql("select * from crisis_action where work_item = ? order by ended_at is not null, due_at, id")
                .param(number.value())
                .query(CrisisActions::read)
                .list();
    }

    /** What somebody is to do. */
    public record Agreed(
            @Nullable String text,
            @Nullable String owner,
            @Nullable Instant dueAt,
            @Nullable Long meeting) {}

    @Transactional
    public void agree(WorkItemNumber number, Agreed what, @Nullable String once, Actor by) {
        log.worked(number, by);
        var text = CrisisLog.text("action", what.text(), LONGEST, "Say what is to be done.");
        var owner = log.worker("owner", what.owner());
        var due = what.dueAt();
        if (due == null
                || due.isAfter(log.now().plus(FARTHEST))
                || due.isBefore(log.now().minus(LATE))) {
            throw new Refusal.Invalid("dueAt", "Say by when it is to be done: from now on, within a year.");
        }
        if (!log.first(number, "action", once, by)) {
            return;
        }
        jdbc.sql("""
                        insert into crisis_action (work_item, meeting, text, owner, due_at, created_at, created_by)
                        values (:number, (select id from crisis_meeting where id = :meeting and work_item = :number), :text,
                            :owner, :due, :at, :by)
                        """)
                .param("number", number.value())
                .param("meeting", what.meeting(), java.sql.Types.BIGINT)
                .param("text", text)
                .param("owner", owner.username())
                .param("due", CrisisLog.at(due))
                .param("at", CrisisLog.at(log.now()))
                .param("by", by.name())
                .update();
        log.tell(number, "ACTION_AGREED", "Action for %s: %s".formatted(owner.name(), CrisisLog.quote(text)), by, null);
    }

    /** Ends an action; one that has ended stays as it is. */
    @Transactional
    public void end(WorkItemNumber number, long id, CrisisAction.Outcome outcome, Actor by) {
        log.locked(number, by);
        var action = of(number).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(
                        "%s has no such action. Look for it in the crisis room.".formatted(number)));
        if (!action.open()) {
            if (action.outcome() != outcome) {
                throw new Refusal.Conflict("The action is %s already, by %s. Agree a new one."
                        .formatted(
                                String.valueOf(action.outcome()).toLowerCase(Locale.ROOT),
                                log.name(String.valueOf(action.endedBy()))));
            }
            return;
        }
        jdbc.sql("update crisis_action set ended_at = ?, ended_by = ?, outcome = ? where id = ?")
                .params(CrisisLog.at(log.now()), by.name(), outcome.name(), id)
                .update();
        log.tell(
                number,
                "ACTION_" + outcome,
                "Action %s: %s".formatted(outcome.name().toLowerCase(Locale.ROOT), CrisisLog.quote(action.text())),
                by,
                null);
    }

    private static CrisisAction read(ResultSet row, int index) throws SQLException {
        var outcome = row.getString("outcome");
        return new CrisisAction(
                row.getLong("id"),
                row.getObject("meeting", Long.class),
                row.getString("text"),
                row.getString("owner"),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                CrisisLog.instant(row.getTimestamp("ended_at")),
                row.getString("ended_by"),
                outcome == null ? null : CrisisAction.Outcome.valueOf(outcome));
    }
}
