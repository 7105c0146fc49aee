package org.relevo.escalation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.relevo.platform.Remembered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Times in which escalations wait because somebody works on a service on purpose. Clocks and checkpoints go on. */
@Component
public class MaintenanceWindows {

    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(366);

    private final JdbcTemplate jdbc;
    private final Audit audit;
    private final Clock clock;
    private final Remembered<List<Window>> windows;

    MaintenanceWindows(JdbcTemplate jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.windows = new Remembered<>(Duration.ofSeconds(2), this::all);
    }

    /**
     * A maintenance window.
     *
     * @param service its key; null for every service
     */
    public record Window(long id, @Nullable String service, Instant from, Instant to, String because, String by) {}

    /** The window that holds back escalations about a service at an instant; of several the one that ends last. */
    Optional<Window> at(@Nullable String service, Instant at) {
        return windows.get().stream()
                .filter(window -> window.service() == null || window.service().equals(service))
                .filter(window -> !window.from().isAfter(at) && window.to().isAfter(at))
                .max(Comparator.comparing(Window::to));
    }

    /** Those that go on or lie ahead, and those that ended within the last week. */
    public List<Window> all() {
        return list(
                "to_at > ? order by from_at, id", Timestamp.from(clock.instant().minus(Duration.ofDays(7))));
    }

    @Transactional
    public Window plan(
            @Nullable String service, @Nullable Instant from, @Nullable Instant to, String because, Actor by) {
        by.require(Role.SERVICE_MANAGER, Role.ADMIN);
        var problems = problems(service, from, to, because);
        if (!problems.isEmpty() || from == null || to == null) {
            throw new Refusal.Invalid(problems);
        }
        var id = jdbc.queryForObject(
                """
                insert into maintenance_window (service, from_at, to_at, because, by_whom, created_at)
                values (?, ?, ?, ?, ?, ?) returning id
                """,
                Long.class,
                service,
                Timestamp.from(from),
                Timestamp.from(to),
                because.strip(),
                by.name(),
                Timestamp.from(clock.instant()));
        windows.forget();
        audit.record(by.name(), "maintenance planned", service == null ? "every service" : service, because);
        return list("id = ?", id).get(0);
    }

    private List<FieldProblem> problems(
            @Nullable String service, @Nullable Instant from, @Nullable Instant to, String because) {
        var problems = new ArrayList<FieldProblem>();
        if (service != null && !exists(service)) {
            problems.add(new FieldProblem(
                    "service",
                    "There is no service with the key \"%s\". Give a key as the service's own page shows it, or none for every service."
                            .formatted(service)));
        }
        problems.addAll(problems(from, to));
        if (because.isBlank() || because.length() > 200) {
            problems.add(new FieldProblem("because", "Say in up to 200 characters what is done, such as a release."));
        }
        return problems;
    }

    private boolean exists(String service) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select exists (select from service where key = ?)", Boolean.class, service));
    }

    private List<FieldProblem> problems(@Nullable Instant from, @Nullable Instant to) {
        var problems = new ArrayList<FieldProblem>();
        if (from == null) {
            problems.add(new FieldProblem("from", "Give the date and time at which it begins."));
        }
        if (to == null) {
            problems.add(new FieldProblem("to", "Give the date and time at which it ends."));
        }
        if (from != null && to != null && !to.isAfter(from)) {
            problems.add(new FieldProblem("to", "It ends after it begins. Give a later time."));
        }
        if (from != null && to != null && Duration.between(from, to).compareTo(LONGEST) > 0) {
            problems.add(new FieldProblem("to", "It lasts at most 30 days. Give an earlier time."));
        }
        if (to != null && !to.isAfter(clock.instant())) {
            problems.add(new FieldProblem("to", "It would be over already. Give a time that lies ahead."));
        }
        if (from != null && from.isAfter(clock.instant().plus(AHEAD))) {
            problems.add(new FieldProblem("from", "It begins within a year. Give an earlier time."));
        }
        return problems;
    }

    /** Ends one now, or takes one back that has not begun. What waited for it goes on within a minute. */
    @Transactional
    public void end(long id, Actor by) {
        by.require(Role.SERVICE_MANAGER, Role.ADMIN);
        var now = Timestamp.from(clock.instant());
        var ended = jdbc.update(
                "update maintenance_window set to_at = greatest(?, from_at + interval '1 second'), ended_at = ? where id = ? and to_at > ?",
                now,
                now,
                id,
                now);
        if (ended == 0) {
            throw new Refusal.Conflict("That maintenance window is over already. Reload the page.");
        }
        windows.forget();
        audit.record(by.name(), "maintenance ended", String.valueOf(id), null);
    }

    private List<Window> list(String where, @Nullable Object... values) {
        return jdbc.query(
                "select * from maintenance_window where " + where,
                (row, i) -> new Window(
                        row.getLong("id"),
                        row.getString("service"),
                        row.getTimestamp("from_at").toInstant(),
                        row.getTimestamp("to_at").toInstant(),
                        row.getString("because"),
                        row.getString("by_whom")),
                values);
    }
}
