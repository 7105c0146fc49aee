package org.relevo.incident.crisis;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Actors;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.people.Role;
import org.relevo.people.Team;
import org.relevo.platform.Refusal;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItemType;
import org.relevo.workitem.WorkItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What every verb of the crisis room asks of its case, and how it is told on the timeline. */
@Component
class CrisisLog {

    private static final int QUOTED = 300;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM HH:mm (VV)", Locale.ENGLISH);

    private final WorkItems workItems;
    private final Timeline timeline;
    private final People people;
    private final Actors actors;
    private final JdbcClient jdbc;
    private final Clock clock;

    CrisisLog(WorkItems workItems, Timeline timeline, People people, Actors actors, JdbcClient jdbc, Clock clock) {
        this.workItems = workItems;
        this.timeline = timeline;
        this.people = people;
        this.actors = actors;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** The case, for somebody who works on it. It is not locked: what only adds to it needs no queue. */
    WorkItem worked(WorkItemNumber number, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        return notClosed(workItems.find(number).filter(CrisisLog::mayBeACrisis).orElseThrow(() -> unknown(number)));
    }

    /** The same, and nobody else changes the case until the transaction ends. */
    WorkItem locked(WorkItemNumber number, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        return notClosed(
                workItems.locked(number).filter(CrisisLog::mayBeACrisis).orElseThrow(() -> unknown(number)));
    }

    static Refusal.NotFound unknown(WorkItemNumber number) {
        return new Refusal.NotFound("There is no incident %s. Look for it in the list of incidents.".formatted(number));
    }

    static boolean mayBeACrisis(WorkItem item) {
        return item.type() == WorkItemType.INCIDENT;
    }

    private static WorkItem notClosed(WorkItem item) {
        if (item.state() == State.CLOSED) {
            throw new Refusal.Conflict(
                    "%s is closed, and its crisis room with it. Reopen it first.".formatted(item.number()));
        }
        return item;
    }

    /**
     * False where the same person has asked the same under the same key before: a form was sent twice.
     *
     * @param key null where the sender vouches for it
     */
    boolean first(WorkItemNumber number, String verb, @Nullable String key, Actor by) {
        return key == null
                || key.isBlank()
                || jdbc.sql("insert into crisis_once (work_item, key, at) values (?, ?, ?) on conflict do nothing")
                                .params(number.value(), named(verb, key, by), at(now()))
                                .update()
                        == 1;
    }

    private static String named(String verb, String key, Actor by) {
        var all = "%s/%s/%s".formatted(verb, by.name(), key);
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    void tell(WorkItemNumber number, String kind, String text, Actor by, @Nullable String reason) {
        timeline.append(number, new TimelineEvent(now(), kind, text, by.name(), reason));
    }

    /** Somebody who can work on cases, by username. */
    Person worker(String field, @Nullable String username) {
        var person = username == null ? null : people.find(username.strip()).orElse(null);
        var may = person != null
                && actors.of(person.username())
                        .filter(who -> who.has(Role.AGENT) || who.has(Role.SERVICE_MANAGER))
                        .isPresent();
        if (person == null || !may) {
            throw new Refusal.Invalid(
                    field, "Choose somebody who works on cases, by username: an agent or a service manager.");
        }
        return person;
    }

    /** An instant as the timeline writes it: in the zone of the case's team. */
    String time(WorkItem item, Instant at) {
        return TIME.format(at.atZone(zone(item)));
    }

    ZoneId zone(WorkItem item) {
        return item.team() == null
                ? ZoneOffset.UTC
                : people.team(item.team()).map(Team::zone).orElse(ZoneOffset.UTC);
    }

    String name(String username) {
        return people.find(username).map(Person::name).orElse(username);
    }

    Locale language(String username) {
        return people.find(username).map(Person::language).orElse(Locale.ENGLISH);
    }

    /** A text that must be there and is not too long, without blanks around it. */
    static String text(String field, @Nullable String value, int longest, String remedy) {
        var text = value == null ? "" : value.strip().replace("\r\n", "\n");
        if (text.isEmpty()) {
            throw new Refusal.Invalid(field, remedy);
        }
        return notTooLong(field, text, longest);
    }

    static String optional(String field, @Nullable String value, int longest) {
        return notTooLong(field, value == null ? "" : value.strip().replace("\r\n", "\n"), longest);
    }

    private static String notTooLong(String field, String text, int longest) {
        if (text.length() > longest) {
            throw new Refusal.Invalid(
                    field, "It has %,d characters. Shorten it to %,d.".formatted(text.length(), longest));
        }
        return text;
    }

    /** The beginning of a text, as a line of the timeline quotes it. */
    static String quote(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return "“" + (line.length() > QUOTED ? line.substring(0, QUOTED) + "…" : line) + "”";
    }

    static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }

    static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
