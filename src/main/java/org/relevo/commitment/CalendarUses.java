package org.relevo.commitment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.calendar.Calendars;
import org.relevo.people.Actor;
import org.relevo.people.DemoRemoved;
import org.relevo.people.DemoSeeded;
import org.relevo.people.Role;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which calendar a service, a team, a person or a supplier's contract counts by. */
@Component
public class CalendarUses {

    private final JdbcTemplate jdbc;
    private final Calendars calendars;
    private final Audit audit;

    CalendarUses(JdbcTemplate jdbc, Calendars calendars, Audit audit) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.audit = audit;
    }

    /** Who may have a calendar. */
    public enum Kind {
        SERVICE,
        TEAM,
        PERSON,
        /** The contract with the supplier of a service. */
        CONTRACT
    }

    /**
     * Somebody or something with its calendar.
     *
     * @param subject the service's key, the team's key or the username
     */
    public record Use(Kind kind, String subject, String calendar) {}

    /** The calendars that matter to one case, by whose they are; one query for all. */
    public Map<Kind, String> of(@Nullable String service, @Nullable String team, @Nullable String person) {
        return jdbc
                .query(
                        """
                        select * from calendar_use where (kind in ('SERVICE', 'CONTRACT') and subject = ?)
                            or (kind = 'TEAM' and subject = ?) or (kind = 'PERSON' and subject = ?)
                        """,
                        (row, i) -> new Use(
                                Kind.valueOf(row.getString("kind")),
                                row.getString("subject"),
                                row.getString("calendar")),
                        service,
                        team,
                        person)
                .stream()
                .collect(Collectors.toMap(Use::kind, Use::calendar));
    }

    public List<Use> all() {
        return jdbc.query(
                "select * from calendar_use order by kind, subject",
                (row, i) -> new Use(
                        Kind.valueOf(row.getString("kind")), row.getString("subject"), row.getString("calendar")));
    }

    /** Gives a calendar, or with none takes it away. Cases that are open keep the one they count by. */
    @Transactional
    public void set(Kind kind, String subject, @Nullable String calendar, Actor by) {
        by.require(Role.SERVICE_MANAGER, Role.ADMIN);
        if (calendar == null || calendar.isBlank()) {
            jdbc.update("delete from calendar_use where kind = ? and subject = ?", kind.name(), subject);
        } else if (calendars.find(calendar).isEmpty()) {
            throw new Refusal.Invalid(
                    "calendar", "There is no calendar %s. Choose one from the list.".formatted(calendar));
        } else {
            jdbc.update("""
                    insert into calendar_use (kind, subject, calendar) values (?, ?, ?)
                    on conflict (kind, subject) do update set calendar = excluded.calendar
                    """, kind.name(), subject, calendar);
        }
        audit.record(
                by.name(),
                "calendar chosen",
                "%s %s".formatted(kind.name().toLowerCase(java.util.Locale.ROOT), subject),
                Optional.ofNullable(calendar).orElse("none"));
    }

    @EventListener
    void enterDemo(DemoSeeded seeded) {
        jdbc.update("""
                insert into calendar_use (kind, subject, calendar, demo) values
                    ('SERVICE', 'paint-shop-mes', 'plant', true),
                    ('SERVICE', 'badge-readers', 'office', true),
                    ('SERVICE', 'sap-erp', 'office', true)
                on conflict do nothing
                """);
    }

    @EventListener
    void removeDemo(DemoRemoved removed) {
        jdbc.update("delete from calendar_use where demo");
    }
}
