package org.relevo.rca;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * What tells the kind of an incident apart: its service, the name of its first alert, and that alert's tags. An incident
 * that no tool reported has none: a title that somebody typed names no kind.
 */
@Repository
class Signatures {

    private static final int MOST = 500;

    private final JdbcTemplate jdbc;

    Signatures(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes the signature of an incident as its alerts say it now. */
    Optional<String> note(WorkItemNumber incident) {
        return jdbc.queryForList("""
                        insert into incident_signature (work_item, signature, raised_at)
                        select w.number, concat_ws(' · ', w.service, a.name, a.tags), w.raised_at
                        from work_item w cross join lateral (
                            select coalesce(one.labels ->> 'alertname', one.annotations ->> 'summary') as name,
                                (select string_agg(key || '=' || value, ', ' order by key)
                                    from jsonb_each_text(one.labels)
                                    where key in ('tag', 'tags', 'component', 'class', 'env', 'environment', 'site')) as tags
                            from alert one where one.work_item = w.number order by one.id limit 1) a
                        where w.number = ? and w.type = 'INCIDENT' and a.name is not null
                        on conflict (work_item) do update set signature = excluded.signature
                        returning signature
                        """, String.class, incident.value()).stream().findFirst();
    }

    /** For each earlier incident of the same signature, how many days before this one it was raised, rounded up. */
    List<Integer> daysSinceEarlier(WorkItemNumber incident, String signature, Instant raisedAt) {
        return jdbc.query(
                "select raised_at from incident_signature where signature = ? and work_item <> ? and raised_at <= ?"
                        + " order by raised_at desc limit " + MOST,
                (row, i) -> days(row.getTimestamp(1).toInstant(), raisedAt),
                signature,
                incident.value(),
                Timestamp.from(raisedAt));
    }

    private static int days(Instant earlier, Instant later) {
        return (int) ((Duration.between(earlier, later).toMinutes() + 24 * 60 - 1) / (24 * 60));
    }
}
