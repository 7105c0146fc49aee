package org.relevo.handover.lineage;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.handover.Handover;
import org.relevo.handover.lineage.LineageEvent.Kind;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The timeline of a service that was handed over, from either end: of the service, or of one handover of it. */
@Component
public class Lineage {

    private final JdbcClient jdbc;
    private final Lines lines;

    Lineage(JdbcClient jdbc, Lines lines) {
        this.jdbc = jdbc;
        this.lines = lines;
    }

    /** The handovers of a service, the newest first. */
    public List<Handover> handovers(String service) {
        return lines.of(service);
    }

    /**
     * The newest first.
     *
     * @param handover null for all of the service
     * @param kind null for every one
     * @param page counted from 0
     */
    public List<LineageEvent> of(
            String service, @Nullable WorkItemNumber handover, @Nullable Kind kind, int page, int size) {
        return asked(LineageSql.EVENTS + " limit :size offset :skipped", service, handover, kind)
                .param("size", size)
                .param("skipped", (long) page * size)
                .query((row, index) -> new LineageEvent(
                        Objects.requireNonNull(CauseRows.instant(row, "at")),
                        Kind.valueOf(row.getString("kind")),
                        Objects.requireNonNull(row.getString("what")),
                        Objects.requireNonNull(row.getString("reference")),
                        Objects.requireNonNull(row.getString("text")),
                        row.getString("reason"),
                        row.getString("by_whom"),
                        Objects.requireNonNull(row.getString("address"))))
                .list();
    }

    public long count(String service, @Nullable WorkItemNumber handover, @Nullable Kind kind) {
        return asked(LineageSql.COUNT, service, handover, kind)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(
            String sql, String service, @Nullable WorkItemNumber handover, @Nullable Kind kind) {
        return jdbc.sql(sql)
                .param("service", service)
                .param("handover", handover == null ? null : handover.value())
                .param("kind", kind == null ? null : kind.name());
    }

    /** The service on whose lineage a case stands: an incident's, or that of the handover of an issue's project. */
    public Optional<String> serviceOf(WorkItemNumber number) {
        return jdbc.sql("""
                        select h.service from handover h join work_item w on w.service = h.service
                        where w.number = :number and w.type = 'INCIDENT'
                        union all
                        (select h.service from handover h join project_issue i on i.project = h.project
                        where i.number = :number
                        order by exists (select from handover_moved m where m.number = h.number and m.reference = i.number) desc,
                            h.requested_at desc)
                        limit 1""").param("number", number.value()).query(String.class).optional();
    }
}
