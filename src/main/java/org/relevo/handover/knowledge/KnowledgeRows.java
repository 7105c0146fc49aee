package org.relevo.handover.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.handover.knowledge.TrainingSession.Question;
import org.relevo.handover.knowledge.TrainingSession.Receiver;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class KnowledgeRows {

    private final JdbcTemplate jdbc;

    KnowledgeRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    long arrange(WorkItemNumber number, SessionForm form, String by, Instant now) {
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                insert into handover_session (number, topic, agenda, starts_at, zone, minutes, trainer, material, arranged_by, arranged_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""",
                Long.class,
                number.value(),
                form.topic(),
                form.agenda(),
                Timestamp.from(form.startsAt()),
                form.zone().getId(),
                form.minutes(),
                form.trainer(),
                form.material(),
                by,
                Timestamp.from(now)));
    }

    boolean invite(long session, String person) {
        return jdbc.update(
                        "insert into handover_session_receiver (session, person) values (?, ?) on conflict do nothing",
                        session,
                        person)
                > 0;
    }

    /** Whoever confirmed was there; that is not taken back. */
    void attended(long session, String person, boolean there, Instant now) {
        jdbc.update(
                "update handover_session_receiver set attended = ?, attended_at = ? where session = ? and person = ? and confirmed_at is null",
                there,
                Timestamp.from(now),
                session,
                person);
    }

    boolean confirm(long session, String person, Instant now) {
        return jdbc.update(
                        "update handover_session_receiver set confirmed_at = ? where session = ? and person = ? and attended and confirmed_at is null",
                        Timestamp.from(now),
                        session,
                        person)
                > 0;
    }

    void cancel(long session, String because, String by, Instant now) {
        jdbc.update(
                "update handover_session set cancelled_at = ?, cancelled_by = ?, cancelled_because = ? where id = ? and cancelled_at is null",
                Timestamp.from(now),
                by,
                because,
                session);
    }

    void ask(long session, String question, String by, Instant now) {
        jdbc.update(
                "insert into handover_session_question (session, question, asked_by, asked_at) values (?, ?, ?, ?)",
                session,
                question,
                by,
                Timestamp.from(now));
    }

    void answer(long question, String answer, String by, Instant now) {
        jdbc.update(
                "update handover_session_question set answer = ?, answered_by = ?, answered_at = ? where id = ?",
                answer,
                by,
                Timestamp.from(now),
                question);
    }

    /** By time. */
    List<TrainingSession> sessions(WorkItemNumber number) {
        var receivers = receivers(number);
        var questions = questions(number);
        return jdbc.query(
                "select * from handover_session where number = ? order by starts_at, id",
                (row, index) -> read(
                        row,
                        receivers.getOrDefault(row.getLong("id"), List.of()),
                        questions.getOrDefault(row.getLong("id"), List.of())),
                number.value());
    }

    Optional<TrainingSession> session(WorkItemNumber number, long id) {
        return sessions(number).stream().filter(one -> one.id() == id).findFirst();
    }

    private Map<Long, List<Receiver>> receivers(WorkItemNumber number) {
        return jdbc
                .query(
                        """
                        select r.* from handover_session_receiver r join handover_session s on s.id = r.session
                        where s.number = ? order by r.person""",
                        (row, index) -> Map.entry(
                                row.getLong("session"),
                                new Receiver(
                                        text(row, "person"),
                                        (Boolean) row.getObject("attended"),
                                        instant(row, "confirmed_at"))),
                        number.value())
                .stream()
                .collect(bySession());
    }

    private Map<Long, List<Question>> questions(WorkItemNumber number) {
        return jdbc
                .query(
                        """
                        select q.* from handover_session_question q join handover_session s on s.id = q.session
                        where s.number = ? order by q.asked_at, q.id""",
                        (row, index) -> Map.entry(
                                row.getLong("session"),
                                new Question(
                                        row.getLong("id"),
                                        text(row, "question"),
                                        text(row, "asked_by"),
                                        Objects.requireNonNull(instant(row, "asked_at")),
                                        row.getString("answer"),
                                        row.getString("answered_by"),
                                        instant(row, "answered_at"))),
                        number.value())
                .stream()
                .collect(bySession());
    }

    private static <T> java.util.stream.Collector<Map.Entry<Long, T>, ?, Map<Long, List<T>>> bySession() {
        return Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()));
    }

    boolean need(WorkItemNumber number, String person, String topic, LocalDate by, String adds, Instant now) {
        return jdbc.update("""
                        insert into handover_need (number, person, topic, needed_by, added_by, added_at)
                        values (?, ?, ?, ?, ?, ?) on conflict (number, person, topic) do nothing""", number.value(), person, topic, by, adds, Timestamp.from(now)) > 0;
    }

    void cover(long need, long session) {
        jdbc.update("update handover_need set session = ? where id = ?", session, need);
    }

    /** What is needed first stands first. */
    List<TrainingNeed> needs(WorkItemNumber number) {
        return jdbc.query("""
                select n.*, case
                    when s.id is null or s.cancelled_at is not null then 'OPEN'
                    when r.confirmed_at is not null then 'CONFIRMED'
                    when r.attended then 'ATTENDED' else 'PLANNED' end as state
                from handover_need n
                    left join handover_session s on s.id = n.session
                    left join handover_session_receiver r on r.session = s.id and r.person = n.person
                where n.number = ? order by n.needed_by, n.id""", (row, index) -> need(row), number.value());
    }

    private static TrainingNeed need(ResultSet row) throws SQLException {
        return new TrainingNeed(
                row.getLong("id"),
                text(row, "person"),
                text(row, "topic"),
                Objects.requireNonNull(row.getObject("needed_by", LocalDate.class)),
                (Long) row.getObject("session"),
                TrainingNeed.State.valueOf(text(row, "state")));
    }

    private static TrainingSession read(ResultSet row, List<Receiver> receivers, List<Question> questions)
            throws SQLException {
        return new TrainingSession(
                row.getLong("id"),
                new WorkItemNumber(text(row, "number")),
                text(row, "topic"),
                text(row, "agenda"),
                Objects.requireNonNull(instant(row, "starts_at")),
                ZoneId.of(text(row, "zone")),
                row.getInt("minutes"),
                text(row, "trainer"),
                row.getString("material"),
                instant(row, "cancelled_at"),
                row.getString("cancelled_because"),
                receivers,
                questions);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
