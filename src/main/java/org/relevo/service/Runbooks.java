package org.relevo.service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.people.Role;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where it is written what to do when a service fails, and when somebody last tried it. */
@Component
public class Runbooks {

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final StoredServices services;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    Runbooks(JdbcClient jdbc, StoredServices services, People people, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.services = services;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param lastDrill the day on which it was last used in a drill; null for never
     * @param drilledBy username of who used it then
     * @param drills how many drills there were
     */
    public record Runbook(
            long id,
            String title,
            String link,
            @Nullable LocalDate lastDrill,
            @Nullable String drilledBy,
            @Nullable String note,
            int drills) {}

    public List<Runbook> ofService(String key) {
        return jdbc.sql("""
                select b.*, d.held_on, d.by_whom, d.note,
                    (select count(*) from service_runbook_drill c where c.runbook = b.id) drills
                from service_runbook b left join lateral (
                    select * from service_runbook_drill l where l.runbook = b.id order by held_on desc, id desc limit 1
                ) d on true
                where b.service = :key order by b.title, b.id
                """)
                .param("key", key)
                .query((row, i) -> new Runbook(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("link"),
                        row.getObject("held_on", LocalDate.class),
                        row.getString("by_whom"),
                        row.getString("note"),
                        row.getInt("drills")))
                .list();
    }

    /** @param typed title, link */
    @Transactional
    public Runbook add(String key, Map<String, String> values, Actor by) {
        services.locked(key).requireKeeper(by);
        var typed = new Typed(values);
        var title = typed.needed("title", 200);
        var link = typed.link("link");
        typed.check();
        if (ofService(key).size() >= MOST) {
            throw new Refusal.Invalid("title", "A service has at most %d runbooks. Remove one.".formatted(MOST));
        }
        var id = jdbc.sql(
                        "insert into service_runbook (service, title, link) values (:key, :title, :link) returning id")
                .param("key", key)
                .param("title", title)
                .param("link", link)
                .query(Long.class)
                .single();
        audit.record(by.name(), "runbook linked", key, "%s, %s".formatted(title, link));
        return get(key, id);
    }

    /**
     * Notes that somebody used it in a drill. Whoever works on incidents may, since they hold the drills.
     *
     * @param typed heldOn, by (username), note
     */
    @Transactional
    public Runbook drilled(String key, long id, Map<String, String> values, Actor by) {
        var service = services.locked(key);
        if (!service.keptBy(by)) {
            by.require(Role.AGENT, Role.SERVICE_MANAGER);
        }
        var runbook = get(key, id);
        var typed = new Typed(values);
        var day = typed.day("heldOn");
        if (day.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1))) {
            typed.problem("heldOn", "Give a day that has come: a drill counts once it was held.");
        }
        var who = typed.text("by").isEmpty() ? by.name() : typed.text("by");
        if (!who.equals(by.name()) && people.find(who).filter(Person::enabled).isEmpty()) {
            typed.problem("by", "Give the username of somebody who can sign in.");
        }
        var note = typed.optional("note", 500);
        typed.check();
        jdbc.sql("insert into service_runbook_drill (runbook, held_on, by_whom, note) values (:id, :day, :by, :note)")
                .param("id", id)
                .param("day", day)
                .param("by", who)
                .param("note", note)
                .update();
        audit.record(by.name(), "runbook used in a drill", key, "%s, %s by %s".formatted(runbook.title(), day, who));
        return get(key, id);
    }

    @Transactional
    public void remove(String key, long id, Actor by) {
        services.locked(key).requireKeeper(by);
        var runbook = get(key, id);
        jdbc.sql("delete from service_runbook where id = :id").param("id", id).update();
        audit.record(by.name(), "runbook removed", key, runbook.title());
    }

    public Runbook get(String key, long id) {
        return ofService(key).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(
                        "The service %s has no runbook %d. Its page lists those it has.".formatted(key, id)));
    }
}
