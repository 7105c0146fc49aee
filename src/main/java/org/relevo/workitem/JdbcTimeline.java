package org.relevo.workitem;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.relevo.platform.LiveUpdates;
import org.relevo.platform.Together;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTimeline implements Timeline {

    private final JdbcTemplate jdbc;
    private final LiveUpdates live;
    private final Together together;
    private final Consumer<List<Object[]>> insert;

    JdbcTimeline(JdbcTemplate jdbc, LiveUpdates live, Together together) {
        this.jdbc = jdbc;
        this.live = live;
        this.together = together;
        this.insert = rows -> jdbc.batchUpdate(
                "insert into timeline_event (work_item, at, kind, text, by_whom, reason) values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    @Override
    public void append(WorkItemNumber number, TimelineEvent... events) {
        together.write(
                insert,
                Arrays.stream(events)
                        .map(e -> new Object[] {
                            number.value(), Timestamp.from(e.at()), e.kind(), e.text(), e.by(), e.reason()
                        })
                        .toList());
        live.changed(number.value());
        live.changed(LiveUpdates.INBOX);
    }

    @Override
    public Optional<Instant> lastByPerson(WorkItemNumber number) {
        together.flush(insert);
        return Optional.ofNullable(jdbc.queryForObject("""
                        select max(at) from timeline_event join person on person.username = by_whom where work_item = ?
                        """, Timestamp.class, number.value()))
                .map(Timestamp::toInstant);
    }

    @Override
    public List<TimelineEvent> of(WorkItemNumber number) {
        together.flush(insert);
        return jdbc.query(
                "select at, kind, text, by_whom, reason from timeline_event where work_item = ? order by at, id",
                (row, i) -> new TimelineEvent(
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getString("text"),
                        row.getString("by_whom"),
                        row.getString("reason")),
                number.value());
    }
}
