package org.relevo.handover;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.handover.Criterion.Evidence;
import org.relevo.handover.Criterion.Waiver;
import org.relevo.rules.CriterionRow.Owner;
import org.relevo.rules.DemandCriterion;
import org.relevo.rules.Measure;
import org.relevo.rules.Need;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class CriterionRows {

    private final JdbcTemplate jdbc;

    CriterionRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What was chosen before stays as it is. */
    void add(WorkItemNumber number, DemandCriterion demand, @Nullable String owner) {
        jdbc.update(
                """
                insert into handover_criterion (number, key, title, measure, need, at_limit, owner_side, because, owner, days_before)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (number, key) do nothing""",
                number.value(),
                demand.key(),
                demand.title(),
                demand.measure().name(),
                demand.need().name(),
                demand.limit(),
                demand.owner().name(),
                demand.because(),
                owner,
                demand.days());
    }

    Optional<Criterion> find(long id) {
        return jdbc
                .query("select number from handover_criterion where id = ?", (row, index) -> row.getString(1), id)
                .stream()
                .flatMap(number -> of(new WorkItemNumber(number)).stream())
                .filter(one -> one.id() == id)
                .findFirst();
    }

    /** Those of a handover: what must be met first, each kind in the order in which it was chosen. */
    List<Criterion> of(WorkItemNumber number) {
        var evidence = evidence(number);
        var waivers = waivers(number);
        return jdbc.query(
                "select * from handover_criterion where number = ? order by need, id",
                (row, index) -> read(row, evidence, waivers),
                number.value());
    }

    private Map<Long, List<Evidence>> evidence(WorkItemNumber number) {
        return jdbc
                .query(
                        """
                        select e.* from handover_evidence e join handover_criterion c on c.id = e.criterion
                        where c.number = ? order by e.at, e.id""",
                        (row, index) -> Map.entry(
                                row.getLong("criterion"),
                                new Evidence(
                                        row.getLong("id"),
                                        HandoverRows.at(row, "at"),
                                        HandoverRows.text(row, "by_whom"),
                                        HandoverRows.text(row, "text"),
                                        row.getString("link"),
                                        HandoverRows.instant(row, "withdrawn_at"),
                                        row.getString("withdrawn_by"),
                                        row.getString("withdrawn_because"))),
                        number.value())
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Map<Long, Waiver> waivers(WorkItemNumber number) {
        return jdbc
                .query("""
                        select w.* from handover_waiver w join handover_criterion c on c.id = w.criterion
                        where c.number = ? and w.ended_at is null""", (row, index) -> Map.entry(row.getLong("criterion"), waiver(row)), number.value())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Every waiver there ever was of a criterion, the newest first. */
    List<Waiver> waiversOf(long criterion) {
        return jdbc.query(
                "select * from handover_waiver where criterion = ? order by granted_at desc, id desc",
                (row, index) -> waiver(row),
                criterion);
    }

    private static Waiver waiver(ResultSet row) throws SQLException {
        return new Waiver(
                row.getLong("id"),
                HandoverRows.text(row, "reason"),
                HandoverRows.text(row, "owner"),
                HandoverRows.text(row, "granted_by"),
                HandoverRows.at(row, "granted_at"),
                row.getDate("expires_on").toLocalDate(),
                HandoverRows.instant(row, "ended_at"),
                row.getString("ended_by"));
    }

    void due(WorkItemNumber number, LocalDate goLiveOn) {
        jdbc.update(
                "update handover_criterion set due_on = ?::date - days_before where number = ?",
                goLiveOn,
                number.value());
    }

    void assign(long id, @Nullable String owner, @Nullable LocalDate dueOn) {
        jdbc.update("update handover_criterion set owner = ?, due_on = ? where id = ?", owner, dueOn, id);
    }

    void looked(long id, boolean met, @Nullable BigDecimal figure, String said, @Nullable String rule, Instant at) {
        jdbc.update(
                "update handover_criterion set met = ?, figure = ?, said = ?, met_rule = ?, looked_at = ? where id = ?",
                met,
                figure,
                said,
                rule,
                Timestamp.from(at),
                id);
    }

    void show(long id, String by, Instant at, String text, @Nullable String link) {
        jdbc.update(
                "insert into handover_evidence (criterion, at, by_whom, text, link) values (?, ?, ?, ?, ?)",
                id,
                Timestamp.from(at),
                by,
                text,
                link);
    }

    boolean withdraw(long id, long evidence, String by, Instant at, String because) {
        return jdbc.update("""
                        update handover_evidence set withdrawn_at = ?, withdrawn_by = ?, withdrawn_because = ?
                        where id = ? and criterion = ? and withdrawn_at is null""", Timestamp.from(at), by, because, evidence, id) == 1;
    }

    void waive(long id, String reason, String owner, String by, Instant at, LocalDate expiresOn) {
        jdbc.update("""
                insert into handover_waiver (criterion, reason, owner, granted_by, granted_at, expires_on)
                values (?, ?, ?, ?, ?, ?)""", id, reason, owner, by, Timestamp.from(at), expiresOn);
    }

    boolean endWaiver(long criterion, String by, Instant at) {
        return jdbc.update(
                        "update handover_waiver set ended_at = ?, ended_by = ? where criterion = ? and ended_at is null",
                        Timestamp.from(at),
                        by,
                        criterion)
                == 1;
    }

    private static Criterion read(ResultSet row, Map<Long, List<Evidence>> evidence, Map<Long, Waiver> waivers)
            throws SQLException {
        var id = row.getLong("id");
        var due = row.getDate("due_on");
        return new Criterion(
                id,
                new WorkItemNumber(HandoverRows.text(row, "number")),
                HandoverRows.text(row, "key"),
                HandoverRows.text(row, "title"),
                Measure.valueOf(row.getString("measure")),
                Need.valueOf(row.getString("need")),
                row.getInt("at_limit"),
                Owner.valueOf(row.getString("owner_side")),
                HandoverRows.text(row, "because"),
                row.getString("owner"),
                due == null ? null : due.toLocalDate(),
                row.getInt("days_before"),
                row.getBoolean("met"),
                row.getBigDecimal("figure"),
                Objects.requireNonNull(row.getString("said")),
                row.getString("met_rule"),
                HandoverRows.instant(row, "looked_at"),
                evidence.getOrDefault(id, List.of()),
                waivers.get(id));
    }
}
