package org.relevo.incident.communication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads what the status page shows. */
@Repository
class StatusRows {

    private static final int MOST = 1_000;

    private final JdbcTemplate jdbc;

    StatusRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Shown(String key, String name) {}

    List<Shown> services() {
        return jdbc.query(
                "select s.key, s.name from status_service join service s on s.key = service order by s.name, s.key",
                (row, i) -> new Shown(row.getString(1), row.getString(2)));
    }

    /** P1 and P2 incidents of the services shown since an instant, and those that users were told of; the newest first. */
    List<Status.Disruption> disruptions(Instant since) {
        var posts = posts(since);
        return jdbc.query("""
                select w.number, w.service, s.name, w.priority, w.raised_at, w.ended_at
                from work_item w join status_service on status_service.service = w.service join service s on s.key = w.service
                where w.type = 'INCIDENT' and (w.ended_at is null or w.ended_at > ?)
                    and (w.priority in ('P1', 'P2') or exists (
                        select from incident_update u join incident_update_text t on t.update_id = u.id
                        where u.work_item = w.number and t.audience = 'USERS'))
                order by w.raised_at desc, w.number limit ?
                """, (row, i) -> disruption(row, posts), Timestamp.from(since), MOST);
    }

    private static Status.Disruption disruption(ResultSet row, Map<String, List<Status.Post>> posts)
            throws SQLException {
        var ended = row.getTimestamp("ended_at");
        var number = row.getString("number");
        return new Status.Disruption(
                new WorkItemNumber(number),
                row.getString("service"),
                row.getString("name"),
                "P1".equals(row.getString("priority")) ? Status.Standing.DOWN : Status.Standing.DEGRADED,
                row.getTimestamp("raised_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                List.copyOf(posts.getOrDefault(number, List.of())));
    }

    private Map<String, List<Status.Post>> posts(Instant since) {
        var posts = new HashMap<String, List<Status.Post>>();
        jdbc.query(
                """
                select u.work_item, u.id, u.at, t.language, t.subject, t.body, t.names
                from incident_update u join incident_update_text t on t.update_id = u.id
                    join work_item w on w.number = u.work_item join status_service s on s.service = w.service
                where t.audience = 'USERS' and u.at > ? order by u.at desc, u.id desc limit ?
                """,
                row -> {
                    var post = new Status.Post(
                            row.getLong("id"),
                            row.getTimestamp("at").toInstant(),
                            row.getString("language"),
                            row.getString("subject"),
                            row.getString("body"),
                            List.of((String[]) row.getArray("names").getArray()));
                    posts.computeIfAbsent(row.getString("work_item"), number -> new ArrayList<>())
                            .add(post);
                },
                Timestamp.from(since),
                MOST);
        return posts;
    }
}
