package org.relevo.handover.earlylife;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EarlyLifeRows {

    private final JdbcClient jdbc;

    EarlyLifeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<WorkItemNumber> underWay() {
        return jdbc
                .sql("select number from handover where status = 'EARLY_LIFE' order by number")
                .query(String.class)
                .list()
                .stream()
                .map(WorkItemNumber::new)
                .toList();
    }

    /** The project's team that stands by while a service is in early life support. */
    Optional<String> projectTeam(String service) {
        return jdbc.sql("""
                        select project_team from handover
                        where service = :service and status = 'EARLY_LIFE' and project_team is not null""").param("service", service).query(String.class).optional();
    }

    /** Waits for whoever judges the same handover. */
    void lock(WorkItemNumber number) {
        jdbc.sql("select 1 from handover where number = :number for update")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    List<EarlyDay> days(WorkItemNumber number) {
        return jdbc.sql("select * from early_life_day where number = :number order by day")
                .param("number", number.value())
                .query(EarlyLifeRows::day)
                .list();
    }

    void add(WorkItemNumber number, EarlyDay day) {
        jdbc.sql("""
                        insert into early_life_day (number, day, missed, incidents, severe, stated, overdue, held, fails,
                            because, judged_at)
                        values (:number, :day, :missed, :incidents, :severe, :stated, :overdue, :held,
                            string_to_array(:fails, ','), :because, :at)""")
                .param("number", number.value())
                .param("day", day.day())
                .param("missed", day.missed())
                .param("incidents", day.incidents())
                .param("severe", day.severe())
                .param("stated", day.stated())
                .param("overdue", day.overdue())
                .param("held", day.held())
                .param("fails", String.join(",", day.fails()))
                .param("because", day.because())
                .param("at", Timestamp.from(day.judgedAt()))
                .update();
    }

    private static EarlyDay day(ResultSet row, int n) throws SQLException {
        var fails = (String[]) row.getArray("fails").getArray();
        return new EarlyDay(
                row.getObject("day", LocalDate.class),
                row.getInt("missed"),
                row.getInt("incidents"),
                row.getInt("severe"),
                row.getObject("stated", Integer.class),
                row.getInt("overdue"),
                row.getBoolean("held"),
                Arrays.stream(fails).filter(one -> !one.isEmpty()).toList(),
                row.getString("because"),
                row.getTimestamp("judged_at").toInstant());
    }

    /** The newest first. */
    List<Said> said(WorkItemNumber number) {
        return jdbc.sql("select * from early_life_statement where number = :number order by at desc, id desc")
                .param("number", number.value())
                .query((row, n) -> new Said(
                        row.getBoolean("workable"),
                        row.getString("text"),
                        row.getString("by_whom"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    void say(WorkItemNumber number, Said said) {
        jdbc.sql("""
                        insert into early_life_statement (number, workable, text, by_whom, at)
                        values (:number, :workable, :text, :by, :at)""")
                .param("number", number.value())
                .param("workable", said.workable())
                .param("text", said.text())
                .param("by", said.by())
                .param("at", Timestamp.from(said.at()))
                .update();
    }

    List<Extension> extensions(WorkItemNumber number) {
        return jdbc.sql("select * from early_life_extension where number = :number order by at, id")
                .param("number", number.value())
                .query((row, n) -> new Extension(
                        row.getInt("days"),
                        row.getBigDecimal("cost"),
                        row.getString("currency"),
                        row.getString("reason"),
                        row.getString("by_whom"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    void extend(WorkItemNumber number, Extension extension) {
        jdbc.sql("""
                        insert into early_life_extension (number, days, cost, currency, reason, by_whom, at)
                        values (:number, :days, :cost, :currency, :reason, :by, :at)""")
                .param("number", number.value())
                .param("days", extension.days())
                .param("cost", extension.cost())
                .param("currency", extension.currency())
                .param("reason", extension.reason())
                .param("by", extension.by())
                .param("at", Timestamp.from(extension.at()))
                .update();
        jdbc.sql("""
                        insert into handover_signature (number, gate, verdict, by_whom, at, reason)
                        values (:number, 'EARLY_LIFE', 'EXTENDED', :by, :at, :reason)""")
                .param("number", number.value())
                .param("by", extension.by())
                .param("at", Timestamp.from(extension.at()))
                .param(
                        "reason",
                        "%d days more, %s %s: %s"
                                .formatted(
                                        extension.days(),
                                        extension.cost().toPlainString(),
                                        extension.currency(),
                                        extension.reason()))
                .update();
    }

    /** Agreed targets of the service's incidents that fell due in the time and had not been met by then. */
    int missed(String service, Instant from, Instant to) {
        return count("""
                        select count(*) from commitment c join work_item w on w.number = c.work_item
                        where w.service = :service and w.type = 'INCIDENT' and c.agreement = 'SLA'
                            and c.due_at >= :from and c.due_at < :to and c.state <> 'CANCELLED'
                            and (c.ended_at is null or c.ended_at > c.due_at)
                            and not exists (select 1 from handover_drill d where d.incident = w.number)""", service, from, to);
    }

    int incidents(String service, Instant from, Instant to) {
        return count("""
                        select count(*) from work_item w
                        where w.service = :service and w.type = 'INCIDENT' and w.raised_at >= :from and w.raised_at < :to
                            and not exists (select 1 from handover_drill d where d.incident = w.number)""", service, from, to);
    }

    int severe(String service, Instant from, Instant to) {
        return count("""
                        select count(*) from work_item w
                        where w.service = :service and w.type = 'INCIDENT' and w.priority in ('P1', 'P2')
                            and :from < :to and w.raised_at < :to and (w.ended_at is null or w.ended_at >= :to)
                            and not exists (select 1 from handover_drill d where d.incident = w.number)""", service, from, to);
    }

    /** Actions of crises and corrective actions of analyses of the service's incidents. */
    int overdue(String service, Instant from, Instant to) {
        return count("""
                        select (select count(*) from crisis_action a join work_item w on w.number = a.work_item
                                where w.service = :service and :from < :to and a.due_at < :to
                                    and (a.ended_at is null or a.ended_at >= :to))
                            + (select count(*) from corrective_action a join rca r on r.number = a.rca
                                join work_item w on w.number = r.incident
                                where w.service = :service and a.due_at < :to and a.status <> 'INEFFECTIVE'
                                    and (a.done_at is null or a.done_at >= :to))""", service, from, to);
    }

    private int count(String sql, String service, Instant from, Instant to) {
        return Objects.requireNonNull(jdbc.sql(sql)
                .param("service", service)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(Integer.class)
                .single());
    }

    static @Nullable Integer stated(List<Said> said, Instant end, ZoneId zone, LocalDate day) {
        return said.stream()
                .filter(one -> one.at().isBefore(end))
                .findFirst()
                .filter(Said::workable)
                .map(one -> (int) ChronoUnit.DAYS.between(one.at().atZone(zone).toLocalDate(), day))
                .orElse(null);
    }
}
