package org.relevo.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.Priority;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The alerts as they are stored. Whatever concerns many alerts is one statement. */
@Repository
class AlertTable {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AlertTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What is stored of an alert. */
    record Known(Alert.Key key, Alert.Status status, boolean acknowledged, WorkItemNumber incident) {}

    /** The incident that a group's alerts were last put on. */
    record Group(WorkItemNumber incident, int truncated) {}

    /** An incident that is about to change, as it stands. */
    record Standing(
            WorkItemNumber number,
            boolean open,
            boolean resolutionProposed,
            @Nullable Priority priority) {}

    /** How many alerts an incident has, and how many of them fire. */
    record Count(WorkItemNumber incident, int all, int firing) {}

    Map<Alert.Key, Known> known(String source, Collection<Alert> alerts) {
        var known = new HashMap<Alert.Key, Known>();
        jdbc.sql("""
                        select a.fingerprint, a.starts_at, a.status, a.acknowledged_at, a.work_item
                        from unnest(:fingerprints::text[], :starts::timestamptz[]) as d (fingerprint, starts_at)
                        join alert a on a.source = :source and a.fingerprint = d.fingerprint and a.starts_at = d.starts_at""")
                .param("source", source)
                .param("fingerprints", texts(alerts, Alert::fingerprint))
                .param("starts", texts(alerts, alert -> alert.startsAt().toString()))
                .query(AlertTable::known)
                .list()
                .forEach(alert -> known.put(alert.key(), alert));
        return known;
    }

    /** What fires under the fingerprints of these alerts, whenever it began. */
    List<Alert.Key> firing(String source, Collection<Alert> alerts) {
        return jdbc.sql("""
                        select fingerprint, starts_at from alert
                        where source = :source and fingerprint = any(:fingerprints) and status = 'firing'""")
                .param("source", source)
                .param("fingerprints", texts(alerts, Alert::fingerprint))
                .query((rs, row) -> new Alert.Key(rs.getString(1), instant(rs, "starts_at")))
                .list();
    }

    /** The alert with a fingerprint that was heard of last. */
    Optional<Known> latest(String source, String fingerprint) {
        return jdbc.sql("""
                        select fingerprint, starts_at, status, acknowledged_at, work_item from alert
                        where source = :source and fingerprint = :fingerprint order by id desc limit 1""")
                .param("source", source)
                .param("fingerprint", fingerprint)
                .query(AlertTable::known)
                .optional();
    }

    private static Known known(ResultSet rs, int row) throws SQLException {
        return new Known(
                new Alert.Key(rs.getString("fingerprint"), instant(rs, "starts_at")),
                Alert.Status.valueOf(rs.getString("status").toUpperCase(Locale.ROOT)),
                rs.getObject("acknowledged_at") != null,
                new WorkItemNumber(rs.getString("work_item")));
    }

    Optional<Group> group(String source, String groupKey) {
        return jdbc.sql("select work_item, truncated from alert_group where source = :source and group_key = :key")
                .param("source", source)
                .param("key", groupKey)
                .query((rs, row) -> new Group(new WorkItemNumber(rs.getString(1)), rs.getInt(2)))
                .optional();
    }

    void keep(String source, String groupKey, Group group) {
        jdbc.sql("""
                        insert into alert_group (source, group_key, work_item, truncated)
                        values (:source, :key, :incident, :truncated)
                        on conflict (source, group_key)
                        do update set work_item = excluded.work_item, truncated = excluded.truncated""")
                .param("source", source)
                .param("key", groupKey)
                .param("incident", group.incident().value())
                .param("truncated", group.truncated())
                .update();
    }

    /** Reads incidents and keeps others from changing them until this transaction ends. */
    /** Locks parents before their children, as whoever resolves a parent does. */
    Map<WorkItemNumber, Standing> locked(Collection<WorkItemNumber> incidents) {
        var standing = new HashMap<WorkItemNumber, Standing>();
        if (!incidents.isEmpty()) {
            jdbc.sql("""
                            select number, state in ('NEW', 'ACKNOWLEDGED') as open, resolution_proposed is not null as proposed, priority
                            from work_item where number = any(:numbers)
                            order by exists (select from work_item_link where from_item = number and kind = 'DUPLICATE_OF'), number
                            for update""")
                    .param("numbers", texts(incidents, WorkItemNumber::value))
                    .query(AlertTable::standing)
                    .list()
                    .forEach(incident -> standing.put(incident.number(), incident));
        }
        return standing;
    }

    private static Standing standing(ResultSet rs, int row) throws SQLException {
        var priority = rs.getString("priority");
        return new Standing(
                new WorkItemNumber(rs.getString("number")),
                rs.getBoolean("open"),
                rs.getBoolean("proposed"),
                priority == null ? null : Priority.valueOf(priority));
    }

    void add(Collection<Alert> alerts, WorkItemNumber incident, Instant now) {
        var first = alerts.iterator().next();
        jdbc.sql("""
                        insert into alert (source, group_key, fingerprint, starts_at, ends_at, status, labels, annotations, work_item, received_at)
                        select :source, :group, d.fingerprint, d.starts_at, d.ends_at, d.status, d.labels::jsonb, d.annotations::jsonb, :incident, :now
                        from unnest(:fingerprints::text[], :starts::timestamptz[], :ends::timestamptz[], :statuses::text[], :labels::text[], :annotations::text[])
                          as d (fingerprint, starts_at, ends_at, status, labels, annotations)""")
                .param("source", first.source())
                .param("group", first.groupKey())
                .param("incident", incident.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("fingerprints", texts(alerts, Alert::fingerprint))
                .param("starts", texts(alerts, alert -> alert.startsAt().toString()))
                .param(
                        "ends",
                        texts(
                                alerts,
                                alert -> alert.endsAt() == null
                                        ? null
                                        : alert.endsAt().toString()))
                .param("statuses", texts(alerts, alert -> alert.status().name().toLowerCase(Locale.ROOT)))
                .param("labels", texts(alerts, alert -> json.writeValueAsString(alert.labels())))
                .param("annotations", texts(alerts, alert -> json.writeValueAsString(alert.annotations())))
                .update();
    }

    void resolve(String source, Collection<Alert> alerts) {
        jdbc.sql("""
                        update alert a set status = 'resolved', ends_at = d.ends_at
                        from unnest(:fingerprints::text[], :starts::timestamptz[], :ends::timestamptz[]) as d (fingerprint, starts_at, ends_at)
                        where a.source = :source and a.fingerprint = d.fingerprint and a.starts_at = d.starts_at""")
                .param("source", source)
                .param("fingerprints", texts(alerts, Alert::fingerprint))
                .param("starts", texts(alerts, alert -> alert.startsAt().toString()))
                .param(
                        "ends",
                        texts(
                                alerts,
                                alert -> alert.endsAt() == null
                                        ? null
                                        : alert.endsAt().toString()))
                .update();
    }

    void acknowledge(String source, Alert.Key key, Instant now) {
        jdbc.sql("""
                        update alert set acknowledged_at = :now
                        where source = :source and fingerprint = :fingerprint and starts_at = :starts""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("source", source)
                .param("fingerprint", key.fingerprint())
                .param("starts", key.startsAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Count> count(Collection<WorkItemNumber> incidents) {
        return jdbc.sql("""
                        select work_item, count(*), count(*) filter (where status = 'firing')
                        from alert where work_item = any(:numbers) group by work_item order by work_item""")
                .param("numbers", texts(incidents, WorkItemNumber::value))
                .query((rs, row) -> new Count(new WorkItemNumber(rs.getString(1)), rs.getInt(2), rs.getInt(3)))
                .list();
    }

    List<Alerts.OnIncident> of(WorkItemNumber number) {
        return jdbc.sql("""
                        select source, fingerprint, starts_at, status from alert
                        where work_item = :number order by starts_at, id""")
                .param("number", number.value())
                .query((rs, row) -> new Alerts.OnIncident(
                        rs.getString("source"),
                        rs.getString("fingerprint"),
                        instant(rs, "starts_at"),
                        Alert.Status.valueOf(rs.getString("status").toUpperCase(Locale.ROOT))))
                .list();
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static <T> @Nullable String[] texts(Collection<T> of, Function<T, @Nullable String> text) {
        return of.stream().map(text).toArray(String[]::new);
    }
}
