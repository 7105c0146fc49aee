package org.relevo.incident.communication;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.relevo.rules.Priority;
import org.relevo.rules.UpdateAudience;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The tables of updates that were sent. */
@Repository
class UpdateRows {

    private final JdbcTemplate jdbc;

    UpdateRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** When the last update was sent that was owed. */
    Optional<Instant> lastAt(WorkItemNumber number) {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select max(at) from incident_update where work_item = ? and owed",
                        Timestamp.class,
                        number.value()))
                .map(Timestamp::toInstant);
    }

    List<WorkItemNumber> openCasesOf(String service) {
        return jdbc.query("""
                select number from work_item where service = ? and type = 'INCIDENT' and state in ('NEW', 'ACKNOWLEDGED')
                order by number
                """, (row, i) -> new WorkItemNumber(row.getString(1)), service);
    }

    /** The updates of a case, oldest first. */
    List<Update> of(WorkItemNumber number) {
        record Line(Update update, Update.Text text) {}
        var lines = jdbc.query(
                """
                select u.*, t.audience, t.language, t.subject, t.body
                from incident_update u join incident_update_text t on t.update_id = u.id
                where u.work_item = ? order by u.number, t.audience
                """,
                (row, i) -> {
                    var priority = row.getString("priority");
                    return new Line(
                            new Update(
                                    row.getLong("id"),
                                    number,
                                    row.getInt("number"),
                                    row.getTimestamp("at").toInstant(),
                                    row.getString("by_whom"),
                                    State.valueOf(row.getString("state")),
                                    priority == null ? null : Priority.valueOf(priority),
                                    List.of()),
                            new Update.Text(
                                    UpdateAudience.valueOf(row.getString("audience")),
                                    Locale.forLanguageTag(row.getString("language")),
                                    row.getString("subject"),
                                    row.getString("body")));
                },
                number.value());
        var updates = new ArrayList<Update>();
        for (var line : lines) {
            var last = updates.isEmpty() ? null : updates.get(updates.size() - 1);
            if (last != null && last.id() == line.update().id()) {
                updates.set(updates.size() - 1, last.with(line.text()));
            } else {
                updates.add(line.update().with(line.text()));
            }
        }
        return List.copyOf(updates);
    }

    long add(WorkItem item, int number, List<Update.Text> texts, boolean owed, String by, Instant at) {
        var id = jdbc.queryForObject(
                """
                insert into incident_update (work_item, number, at, by_whom, state, priority, owed)
                values (?, ?, ?, ?, ?, ?, ?) returning id
                """,
                Long.class,
                item.number().value(),
                number,
                Timestamp.from(at),
                by,
                item.state().name(),
                item.priority() == null ? null : item.priority().name(),
                owed);
        if (id == null) {
            throw new IllegalStateException("no id");
        }
        jdbc.batchUpdate(
                "insert into incident_update_text (update_id, audience, language, subject, body, names) values (?, ?, ?, ?, ?, ?)",
                texts.stream()
                        .map(text -> new Object[] {
                            id,
                            text.audience().name(),
                            text.language().getLanguage(),
                            text.subject(),
                            text.body(),
                            names(text.subject() + "\n" + text.body())
                        })
                        .toList());
        return id;
    }

    /** The names and usernames of people that a text says, the longest first. */
    private String[] names(String text) {
        return jdbc.queryForList("""
                        select said from (select name as said from person union select username from person) as known
                        where length(said) > 2 and position(lower(said) in lower(?)) > 0 order by length(said) desc
                        """, String.class, text).toArray(String[]::new);
    }

    void addMail(long update, UpdateAudience audience, org.relevo.notification.Mail mail) {
        jdbc.update("""
                insert into incident_update_mail (update_id, audience, username, recipient, mail_key)
                values (?, ?, ?, ?, ?)
                """, update, audience.name(), mail.username(), mail.recipient(), mail.uniqueKey());
    }
}
