package org.relevo.handover.lineage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads incidents as they are compared with causes; drills are none. */
@Repository
class SuspectRows {

    private static final String INCIDENTS = """
            select w.number, w.title, w.raised_at, l.label
            from work_item w left join lateral (
                select distinct e.key || '=' || e.value as label
                from alert a cross join jsonb_each_text(a.labels) e where a.work_item = w.number) l on true
            where w.type = 'INCIDENT' and not exists (select from handover_drill d where d.incident = w.number)
            """;

    private final JdbcClient jdbc;

    SuspectRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Suspect> one(WorkItemNumber incident) {
        return read(
                jdbc.sql(INCIDENTS + " and w.number = :number order by l.label").param("number", incident.value()));
    }

    /** The oldest first. */
    List<Suspect> since(String service, Instant from) {
        return read(jdbc.sql(INCIDENTS
                        + " and w.service = :service and w.raised_at >= :from order by w.raised_at, w.number, l.label")
                .param("service", service)
                .param("from", from.atOffset(ZoneOffset.UTC)));
    }

    private static List<Suspect> read(JdbcClient.StatementSpec statement) {
        Map<WorkItemNumber, Suspect> found = new LinkedHashMap<>();
        statement.query(row -> {
            var number = new WorkItemNumber(Objects.requireNonNull(row.getString("number")));
            var before = found.get(number);
            var labels = new ArrayList<>(before == null ? List.of() : before.labels());
            var label = row.getString("label");
            if (label != null) {
                labels.add(label);
            }
            found.put(
                    number,
                    new Suspect(
                            number,
                            Objects.requireNonNull(row.getString("title")),
                            Objects.requireNonNull(CauseRows.instant(row, "raised_at")),
                            List.copyOf(labels)));
        });
        return List.copyOf(found.values());
    }
}
