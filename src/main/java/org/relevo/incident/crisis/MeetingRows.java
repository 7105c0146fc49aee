package org.relevo.incident.crisis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Refusal;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the tables of crisis meetings. */
@Repository
class MeetingRows {

    private final JdbcClient jdbc;

    MeetingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of a case, the newest first. */
    List<Meeting> of(WorkItemNumber number) {
        var participants = participants(number);
        var texts = texts(number);
        return jdbc.sql("select * from crisis_meeting where work_item = ? order by starts_at desc, id desc")
                .param(number.value())
                .query((row, i) -> read(
                        row,
                        participants.getOrDefault(row.getLong("id"), List.of()),
                        texts.getOrDefault(row.getLong("id"), Map.of())))
                .list();
    }

    private Map<Long, List<Meeting.Participant>> participants(WorkItemNumber number) {
        var found = new HashMap<Long, List<Meeting.Participant>>();
        jdbc.sql("""
                        select p.* from crisis_participant p join crisis_meeting m on m.id = p.meeting
                        join person on person.username = p.username where m.work_item = ? order by person.name
                        """).param(number.value()).query(row -> {
            found.computeIfAbsent(row.getLong("meeting"), id -> new ArrayList<>())
                    .add(new Meeting.Participant(row.getString("username"), row.getObject("attended", Boolean.class)));
        });
        return found;
    }

    private Map<Long, Map<Meeting.Part, Meeting.Text>> texts(WorkItemNumber number) {
        var found = new HashMap<Long, Map<Meeting.Part, Meeting.Text>>();
        jdbc.sql("""
                        select distinct on (t.meeting, t.part) t.* from crisis_text t
                        join crisis_meeting m on m.id = t.meeting where m.work_item = ?
                        order by t.meeting, t.part, t.version desc
                        """).param(number.value()).query(row -> {
            found.computeIfAbsent(row.getLong("meeting"), id -> new EnumMap<>(Meeting.Part.class))
                    .put(
                            Meeting.Part.valueOf(row.getString("part")),
                            new Meeting.Text(
                                    row.getInt("version"),
                                    row.getString("text"),
                                    row.getTimestamp("at").toInstant(),
                                    row.getString("by_whom")));
        });
        return found;
    }

    Optional<Meeting> find(WorkItemNumber number, long id) {
        return of(number).stream().filter(one -> one.id() == id).findFirst();
    }

    static Refusal.NotFound unknown(WorkItemNumber number) {
        return new Refusal.NotFound("%s has no such meeting. Look for it in the crisis room.".formatted(number));
    }

    Optional<Meeting> ahead(WorkItemNumber number) {
        return of(number).stream().filter(Meeting::ahead).findFirst();
    }

    long add(WorkItemNumber number, Instant startsAt, int minutes, @Nullable String link, String by, Instant now) {
        return jdbc.sql("""
                        insert into crisis_meeting (work_item, state, called_at, called_by, starts_at, minutes, link)
                        values (:number, 'CALLED', :now, :by, :startsAt, :minutes, :link) returning id
                        """)
                .param("number", number.value())
                .param("now", CrisisLog.at(now))
                .param("by", by)
                .param("startsAt", CrisisLog.at(startsAt))
                .param("minutes", minutes)
                .param("link", link)
                .query(Long.class)
                .single();
    }

    /** Writes when and where it is, as a change of the invitation. */
    void move(long id, Instant startsAt, int minutes, @Nullable String link) {
        jdbc.sql("""
                        update crisis_meeting set starts_at = :startsAt, minutes = :minutes, link = :link,
                            sequence = sequence + 1 where id = :id
                        """)
                .param("startsAt", CrisisLog.at(startsAt))
                .param("minutes", minutes)
                .param("link", link)
                .param("id", id)
                .update();
    }

    void end(long id, Meeting.State state, String by, Instant now) {
        jdbc.sql("""
                        update crisis_meeting set state = ?, ended_at = ?, ended_by = ?,
                            sequence = sequence + case when ? = 'CANCELLED' then 1 else 0 end where id = ?
                        """)
                .params(state.name(), CrisisLog.at(now), by, state.name(), id)
                .update();
    }

    /** Answers how many of them were not asked before. */
    int invite(long id, Collection<String> usernames) {
        return jdbc.sql("""
                        insert into crisis_participant (meeting, username) select ?, unnest(?) on conflict do nothing
                        """).params(id, usernames.toArray(String[]::new)).update();
    }

    void attended(long id, String username, boolean attended) {
        jdbc.sql("""
                        insert into crisis_participant (meeting, username, attended) values (?, ?, ?)
                        on conflict (meeting, username) do update set attended = excluded.attended
                        """).params(id, username, attended).update();
    }

    /** Writes the version after the one that was seen; false where somebody else has written that version. */
    boolean write(long id, Meeting.Part part, int seen, String text, String by, Instant now) {
        return jdbc.sql("""
                        insert into crisis_text (meeting, part, version, text, at, by_whom)
                        select :id, :part, :seen + 1, :text, :at, :by
                        where :seen = (select coalesce(max(version), 0) from crisis_text where meeting = :id and part = :part)
                        on conflict do nothing
                        """)
                        .param("id", id)
                        .param("part", part.name())
                        .param("seen", seen)
                        .param("text", text)
                        .param("at", CrisisLog.at(now))
                        .param("by", by)
                        .update()
                == 1;
    }

    private static Meeting read(
            ResultSet row, List<Meeting.Participant> participants, Map<Meeting.Part, Meeting.Text> texts)
            throws SQLException {
        return new Meeting(
                row.getLong("id"),
                row.getString("uid"),
                row.getInt("sequence"),
                Meeting.State.valueOf(row.getString("state")),
                row.getTimestamp("called_at").toInstant(),
                row.getString("called_by"),
                row.getTimestamp("starts_at").toInstant(),
                row.getInt("minutes"),
                row.getString("link"),
                CrisisLog.instant(row.getTimestamp("ended_at")),
                row.getString("ended_by"),
                participants,
                texts);
    }
}
