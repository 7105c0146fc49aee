package org.relevo.notification;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.relevo.platform.Finding;
import org.relevo.platform.Inspection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds mail that waits for long, and mail that was given up in the last days. */
@Component
class UndeliveredMail implements Inspection {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration RECENT = Duration.ofDays(7);

    private static final String SELECT =
            "select recipient, problem, work_item, count(*) over () as many from outbox where ";

    private static final String WAITING = "state in ('PENDING', 'RETRYING', 'SENDING') and created_at < :instant";

    private static final String FAILED = "state in ('DEAD', 'REFUSED') and created_at > :instant";

    private final JdbcClient jdbc;

    UndeliveredMail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Finding> inspect(Instant now) {
        return Stream.of(
                        look("mail-waiting", WAITING, now.minus(PATIENCE)),
                        look("mail-failed", FAILED, now.minus(RECENT)))
                .flatMap(List::stream)
                .toList();
    }

    private List<Finding> look(String kind, String condition, Instant instant) {
        record Row(Finding.Example example, long many) {}
        var rows = jdbc.sql(SELECT + condition + " order by created_at desc limit " + Finding.EXAMPLES)
                .param("instant", Timestamp.from(instant))
                .query((row, i) -> {
                    var problem = row.getString("problem");
                    var number = row.getString("work_item");
                    return new Row(
                            new Finding.Example(
                                    row.getString("recipient") + (problem == null ? "" : ": " + problem),
                                    number != null && number.startsWith("INC-") ? "/incidents/" + number : null),
                            row.getLong("many"));
                })
                .list();
        return rows.isEmpty()
                ? List.of()
                : List.of(new Finding(
                        kind,
                        rows.get(0).many(),
                        rows.stream().map(Row::example).toList()));
    }
}
