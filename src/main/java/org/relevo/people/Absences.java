package org.relevo.people;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When people are away: entered by themselves or by who answers for the rotas. */
@Component
public class Absences {

    private final JdbcClient jdbc;
    private final StoredPeople people;
    private final RotaChanges changes;
    private final Audit audit;
    private final Clock clock;

    Absences(JdbcClient jdbc, StoredPeople people, RotaChanges changes, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    public static boolean mayEnter(Actor by, String username) {
        return RotaLayers.mayEdit(by)
                || by.kind() == Actor.Kind.PERSON && by.name().equals(username);
    }

    /** Those that are still to come or under way, by time. */
    public List<Entry> of(String username) {
        return jdbc.sql("select * from absence where username = :username and withdrawn_at is null and to_at > :now"
                        + " order by from_at, id")
                .param("username", username)
                .param("now", Overrides.utc(clock.instant()))
                .query((row, number) -> new Entry(
                        row.getLong("id"),
                        RotaTables.instant(row, "from_at"),
                        RotaTables.instant(row, "to_at"),
                        Objects.requireNonNull(row.getString("reason")),
                        Objects.requireNonNull(row.getString("made_by"))))
                .list();
    }

    @Transactional
    public void enter(Actor by, String username, AbsenceForm form) {
        require(by, username);
        var person = person(username);
        var problems = new ArrayList<FieldProblem>();
        var span = Moments.span(form.from(), form.to(), person.zone(), clock.instant(), problems);
        if (form.reason().length() > 200) {
            problems.add(new FieldProblem("reason", "Shorten it to 200 characters."));
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        jdbc.sql("""
                insert into absence (username, from_at, to_at, reason, made_at, made_by)
                values (:username, :from, :to, :reason, :now, :by)
                """)
                .param("username", username)
                .param("from", Overrides.utc(span.orElseThrow().from()))
                .param("to", Overrides.utc(span.orElseThrow().to()))
                .param("reason", form.reason())
                .param("now", Overrides.utc(clock.instant()))
                .param("by", by.name())
                .update();
        audit.record(
                by.name(),
                "absence entered",
                username,
                "%s to %s"
                        .formatted(span.orElseThrow().from(), span.orElseThrow().to()));
        changes.ofPerson(username);
    }

    /** Takes an absence back, or ends it now where it is under way. */
    @Transactional
    public void withdraw(Actor by, String username, long id) {
        require(by, username);
        var changed = jdbc.sql("""
                update absence set
                    to_at = case when from_at < :now then :now else to_at end,
                    withdrawn_at = case when from_at < :now then null else cast(:now as timestamptz) end,
                    withdrawn_by = :by
                where id = :id and username = :username and withdrawn_at is null and to_at > :now
                """)
                .param("now", Overrides.utc(clock.instant()))
                .param("by", by.name())
                .param("id", id)
                .param("username", username)
                .update();
        if (changed == 0) {
            throw new Refusal.NotFound(
                    "There is no absence %d of %s that is under way or still to come. Reload the page."
                            .formatted(id, username));
        }
        audit.record(by.name(), "absence withdrawn", username, String.valueOf(id));
        changes.ofPerson(username);
    }

    private Person person(String username) {
        return people.find(username)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no person %s. The list of people shows who there is.".formatted(username)));
    }

    private static void require(Actor by, String username) {
        if (!mayEnter(by, username)) {
            throw new Refusal.NotAllowed("%s cannot enter when %s is away. Ask a service manager or an administrator."
                    .formatted(by.name(), username));
        }
    }

    /** An absence as it is listed. */
    public record Entry(long id, Instant from, Instant to, String reason, String madeBy) {}
}
