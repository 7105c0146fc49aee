package org.relevo.handover.lineage;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class DebtRows {

    private final JdbcTemplate jdbc;

    DebtRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was told of a debt.
     *
     * @param changed whether there is something to tell
     * @param reopened the issue that was raised for it, or raised last
     */
    record Told(
            boolean changed,
            @Nullable LocalDate reportedOn,
            @Nullable Instant beyondSince,
            @Nullable String rule,
            @Nullable String because,
            @Nullable String reopened) {}

    /** Keeps others from telling the same until this transaction ends. */
    Told locked(WorkItemNumber number) {
        jdbc.update("insert into handover_debt (number) values (?) on conflict do nothing", number.value());
        return read(number, " for update");
    }

    Told read(WorkItemNumber number) {
        return read(number, "");
    }

    private Told read(WorkItemNumber number, String lock) {
        return jdbc
                .query(
                        "select * from handover_debt where number = ?" + lock,
                        (row, index) -> {
                            var day = row.getDate("reported_on");
                            return new Told(
                                    row.getBoolean("changed"),
                                    day == null ? null : day.toLocalDate(),
                                    CauseRows.instant(row, "beyond_since"),
                                    row.getString("beyond_rule"),
                                    row.getString("beyond_because"),
                                    row.getString("reopened"));
                        },
                        number.value())
                .stream()
                .findFirst()
                .orElse(new Told(false, null, null, null, null, null));
    }

    void changed(WorkItemNumber number) {
        jdbc.update("update handover_debt set changed = true where number = ?", number.value());
    }

    void reported(WorkItemNumber number, LocalDate on) {
        jdbc.update("update handover_debt set changed = false, reported_on = ? where number = ?", on, number.value());
    }

    void beyond(WorkItemNumber number, Instant since, String rule, String because, @Nullable String reopened) {
        jdbc.update(
                "update handover_debt set beyond_since = ?, beyond_rule = ?, beyond_because = ?, reopened = coalesce(?, reopened) where number = ?",
                Timestamp.from(since),
                rule,
                because,
                reopened,
                number.value());
    }

    void within(WorkItemNumber number) {
        jdbc.update(
                "update handover_debt set beyond_since = null, beyond_rule = null, beyond_because = null where number = ?",
                number.value());
    }

    /** Whether an issue of a project still waits for its end. */
    boolean open(String issue) {
        return !jdbc.queryForList("select number from project_issue where number = ? and ended_at is null", issue)
                .isEmpty();
    }
}
