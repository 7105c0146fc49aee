package org.relevo.incident.communication;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.relevo.platform.Finding;
import org.relevo.platform.Inspection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds webhooks that are gone, and updates that did not get through to one. */
@Component
class WebhookFindings implements Inspection {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration RECENT = Duration.ofDays(7);

    private final JdbcTemplate jdbc;

    WebhookFindings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Finding> inspect(Instant now) {
        return Stream.of(
                        look("webhook-disabled", """
                                select service || ': ' || name || ', ' || disabled_because, '/services/' || service || '/audiences',
                                    count(*) over () from webhook
                                where disabled_at <= ? and removed_at is null order by disabled_at desc limit\s""", now),
                        look("webhook-failed", """
                                select webhook_name || ': ' || coalesce(answer, ''), '/incidents/' || work_item || '/communication',
                                    count(*) over () from webhook_delivery
                                where state = 'DEAD' and ended_at > ? order by ended_at desc limit\s""", now.minus(RECENT)),
                        look("webhook-waiting", """
                                select webhook_name || ': ' || coalesce(answer, ''), '/incidents/' || work_item || '/communication',
                                    count(*) over () from webhook_delivery
                                where ended_at is null and created_at < ? order by created_at limit\s""", now.minus(PATIENCE)))
                .flatMap(List::stream)
                .toList();
    }

    private List<Finding> look(String kind, String sql, Instant instant) {
        record Row(Finding.Example example, long many) {}
        var rows = jdbc.query(
                sql + Finding.EXAMPLES,
                (row, i) -> new Row(new Finding.Example(row.getString(1), row.getString(2)), row.getLong(3)),
                Timestamp.from(instant));
        return rows.isEmpty()
                ? List.of()
                : List.of(new Finding(
                        kind,
                        rows.get(0).many(),
                        rows.stream().map(Row::example).toList()));
    }
}
