package org.relevo.handover.lineage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.handover.Handover;
import org.relevo.project.Project;
import org.relevo.rules.CauseKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what was waived, open or late when a service went live. */
@Repository
class CauseRows {

    /**
     * Of each criterion the waiver that counted when the service went live, or was granted since; one that a person ended
     * was made good, one that expired was not. An issue that moved counts until it ends. A delivery that missed the day
     * that was promised first stays late.
     */
    private static final String STOOD = """
            select * from (
                select distinct on (c.key) 'WAIVER' as kind, w.id::text as reference, c.key as criterion, c.title, w.reason,
                    w.granted_at as since, case when w.ended_by = 'relevo' then null else w.ended_at end as until
                from handover_waiver w join handover_criterion c on c.id = w.criterion
                where c.number = :number and (w.ended_at is null or w.ended_at >= :live)
                order by c.key, w.granted_at desc, w.id desc) waived
            union all
            select 'ISSUE', m.reference, null, m.title, i.cause, m.at, coalesce(m.closed_at, i.ended_at)
            from handover_moved m join project_issue i on i.number = m.reference
            where m.number = :number and m.kind = 'ISSUE'
            union all
            select 'DELIVERY', d.id::text, null, d.supplier || ': ' || d.item,
                coalesce((select string_agg(q.reason, '; ' order by q.id) from money_promise q where q.delivery = d.id), ''),
                d.first::timestamp at time zone :zone, null
            from (
                select one.*, coalesce(
                    (select q.promised from money_promise q where q.delivery = one.id order by q.id limit 1), one.promised) as first
                from money_delivery one where one.project = :project) d
            where d.promised > d.first or d.delivered > d.first or d.delivered is null and d.first < :today
            order by kind desc, since, reference
            """;

    private final JdbcClient jdbc;
    private final MarkRows marks;

    CauseRows(JdbcClient jdbc, MarkRows marks) {
        this.jdbc = jdbc;
        this.marks = marks;
    }

    /** Nothing before the service is live. */
    List<Cause> of(Handover handover, Project project, LocalDate today) {
        var live = handover.liveAt();
        if (live == null) {
            return List.of();
        }
        var marked = marks.of(handover.number());
        return jdbc.sql(STOOD)
                .param("number", handover.number().value())
                .param("project", project.key())
                .param("live", live.atOffset(ZoneOffset.UTC))
                .param("zone", project.zone().getId())
                .param("today", today)
                .query((row, index) -> cause(row, marked))
                .list();
    }

    private static Cause cause(ResultSet row, Map<MarkRows.Key, MarkRows.Mark> marked) throws SQLException {
        var kind = CauseKind.valueOf(row.getString("kind"));
        var reference = Objects.requireNonNull(row.getString("reference"));
        var criterion = row.getString("criterion");
        var mark = marked.getOrDefault(
                new MarkRows.Key(kind, Objects.requireNonNullElse(criterion, reference)), MarkRows.Mark.NONE);
        return new Cause(
                kind,
                reference,
                criterion,
                Objects.requireNonNull(row.getString("title")),
                Objects.requireNonNull(row.getString("reason")),
                Objects.requireNonNull(instant(row, "since")),
                instant(row, "until"),
                mark.components(),
                mark.tags());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
