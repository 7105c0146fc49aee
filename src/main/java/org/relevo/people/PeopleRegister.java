package org.relevo.people;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters people and changes what is known of them. */
@Component
public class PeopleRegister {

    private final JdbcClient jdbc;
    private final StoredPeople people;
    private final PersonCheck check;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final RotaChanges changes;

    PeopleRegister(
            JdbcClient jdbc,
            StoredPeople people,
            PersonCheck check,
            PasswordEncoder passwords,
            Audit audit,
            Clock clock,
            ApplicationEventPublisher events,
            RotaChanges changes) {
        this.jdbc = jdbc;
        this.people = people;
        this.check = check;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
        this.changes = changes;
    }

    public List<Entry> all() {
        var now = people.snapshot();
        return now.persons().values().stream()
                .map(person -> new Entry(
                        person, now.rolesOf(person.username()), new TreeSet<>(now.teamsOf(person.username()))))
                .toList();
    }

    public Entry get(String username) {
        return all().stream()
                .filter(entry -> entry.person().username().equals(username))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no person %s. The list of people shows who there is.".formatted(username)));
    }

    @Transactional
    public void create(Actor by, PersonForm form) {
        by.require(Role.ADMIN);
        lock();
        check.newcomer(form);
        try {
            write("""
                    insert into person (username, name, mail, zone, language, manager, enabled, password_hash, created_at)
                    values (:username, :name, :mail, :zone, :language, :manager, :enabled, :hash, :now)
                    """, form.username(), form, passwords.encode(form.password()));
        } catch (DuplicateKeyException e) {
            throw new Refusal.Invalid("username", "There is a person %s already.".formatted(form.username()));
        }
        writeRolesAndTeams(form.username(), form);
        audit.record(by.name(), "person created", form.username(), described(form));
        people.forget();
    }

    @Transactional
    public void change(Actor by, String username, PersonForm form) {
        by.require(Role.ADMIN);
        lock();
        get(username);
        check.change(username, form);
        write("""
                update person set name = :name, mail = :mail, zone = :zone, language = :language, manager = :manager,
                    enabled = :enabled, password_hash = coalesce(:hash, password_hash)
                where username = :username
                """, username, form, form.password().isEmpty() ? null : passwords.encode(form.password()));
        writeRolesAndTeams(username, form);
        audit.record(by.name(), "person changed", username, described(form));
        if (!form.password().isEmpty() || !form.enabled()) {
            events.publishEvent(new SessionsRevoked(username));
        }
        people.forget();
        changes.ofPerson(username);
    }

    /** Two administrators who disable each other at once would leave none. */
    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(72657665)").query(row -> {});
        people.forget();
    }

    private void write(String sql, String username, PersonForm form, @Nullable String hash) {
        jdbc.sql(sql)
                .param("username", username)
                .param("name", form.name())
                .param("mail", form.mail())
                .param("zone", form.zone())
                .param("language", form.language())
                .param("manager", form.manager().isEmpty() ? null : form.manager())
                .param("enabled", form.enabled())
                .param("hash", hash, java.sql.Types.VARCHAR)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void writeRolesAndTeams(String username, PersonForm form) {
        jdbc.sql("delete from person_role where username = :username")
                .param("username", username)
                .update();
        insertEach("insert into person_role (username, role) values (:username, :value)", username, form.roles());
        for (var table : List.of("rota_place", "team_member")) {
            jdbc.sql("delete from " + table + " where username = :username and not team = any (:teams)")
                    .param("username", username)
                    .param("teams", form.teams().toArray(String[]::new))
                    .update();
        }
        insertEach(
                "insert into team_member (team, username) values (:value, :username) on conflict do nothing",
                username,
                form.teams());
    }

    private void insertEach(String sql, String username, Set<String> values) {
        for (var value : values) {
            jdbc.sql(sql).param("username", username).param("value", value).update();
        }
    }

    private static String described(PersonForm form) {
        return "roles %s; teams %s; %s%s"
                .formatted(
                        String.join(" ", new TreeSet<>(form.roles())).toUpperCase(Locale.ROOT),
                        String.join(" ", new TreeSet<>(form.teams())),
                        form.enabled() ? "enabled" : "disabled",
                        form.password().isEmpty() ? "" : "; new password");
    }

    /** A person with what this person may do and where this person belongs. */
    public record Entry(Person person, Set<Role> roles, Set<String> teams) {}
}
