package org.relevo.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who stands in for whose turn it is: made by who answers for the rota, or by members for shifts of their own. */
@Component
public class Overrides {

    private final JdbcClient jdbc;
    private final StoredPeople people;
    private final Teams teams;
    private final RotaChanges changes;
    private final Audit audit;
    private final Clock clock;

    Overrides(JdbcClient jdbc, StoredPeople people, Teams teams, RotaChanges changes, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.teams = teams;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether somebody may make overrides for a team at all; members may only give their own shifts away. */
    public static boolean mayMake(Actor by, String team) {
        return mayMakeAny(by) || by.kind() == Actor.Kind.PERSON && by.teams().contains(team);
    }

    private static boolean mayMakeAny(Actor by) {
        return RotaLayers.mayEdit(by) || by.kind() == Actor.Kind.TOKEN && by.has(Role.AGENT);
    }

    /** Refuses whoever may make none at all for the team. */
    public static void require(Actor by, String team) {
        if (!mayMake(by, team)) {
            throw new Refusal.NotAllowed(
                    "%s does not belong to the team %s and has neither the role ADMIN nor SERVICE_MANAGER. Ask one who has."
                            .formatted(by.name(), team));
        }
    }

    /** Makes an override and returns its number. */
    @Transactional
    public long make(Actor by, String team, OverrideForm form) {
        require(by, team);
        var zone = teams.get(team).zone();
        var problems = new ArrayList<FieldProblem>();
        var layer = layer(team, form.layer(), problems);
        var span = Moments.span(form.from(), form.to(), zone, clock.instant(), problems);
        if (form.reason().isEmpty() || form.reason().length() > 200) {
            problems.add(new FieldProblem("reason", "Say why, in 1 to 200 characters."));
        }
        personProblem(form.person(), span).ifPresent(text -> problems.add(new FieldProblem("person", text)));
        if (problems.isEmpty() && !mayMakeAny(by)) {
            ownShift(by, layer.orElseThrow(), span.orElseThrow(), team).ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        var id = insert(
                by.name(), team, layer.orElseThrow().number(), form.person(), span.orElseThrow(), null, form.reason());
        changes.of(team);
        return id;
    }

    long insert(
            String by, String team, int layer, String username, Moments.Span span, @Nullable Long swap, String reason) {
        var id = jdbc.sql("""
                insert into stand_in (team, layer, username, from_at, to_at, swap, reason, made_at, made_by)
                values (:team, :layer, :username, :from, :to, :swap, :reason, :now, :by) returning id
                """)
                .param("team", team)
                .param("layer", layer)
                .param("username", username)
                .param("from", utc(span.from()))
                .param("to", utc(span.to()))
                .param("swap", swap, java.sql.Types.BIGINT)
                .param("reason", reason)
                .param("now", utc(clock.instant()))
                .param("by", by)
                .query(Long.class)
                .single();
        var details = "layer %d, %s to %s: %s (%s)".formatted(layer, span.from(), span.to(), username, reason);
        audit.record(by, swap == null ? "override made" : "shift swapped", team, details);
        return id;
    }

    /** Those that are still to come or under way, by time. */
    public List<Entry> of(String team) {
        return jdbc.sql("select * from stand_in where team = :team and swap is null and withdrawn_at is null"
                        + " and to_at > :now order by from_at, id")
                .param("team", team)
                .param("now", utc(clock.instant()))
                .query((row, number) -> entry(row))
                .list();
    }

    /** Takes an override back, or ends it now where it is under way. */
    @Transactional
    public void withdraw(Actor by, String team, long id) {
        require(by, team);
        var entry = of(team).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no override %d for %s that is under way or still to come. Reload the page."
                                .formatted(id, team)));
        if (!mayMakeAny(by) && !entry.madeBy().equals(by.name())) {
            throw new Refusal.NotAllowed("The override was made by %s. Ask %s or a service manager to take it back."
                    .formatted(entry.madeBy(), entry.madeBy()));
        }
        takeBack(by.name(), "id = :id", id);
        audit.record(
                by.name(),
                "override withdrawn",
                team,
                "%d: %s".formatted(id, entry.person().username()));
        changes.of(team);
    }

    void takeBack(String by, String which, long id) {
        jdbc.sql("update stand_in set to_at = :now, withdrawn_by = :by where " + which
                        + " and withdrawn_at is null and from_at < :now and to_at > :now")
                .param("id", id)
                .param("by", by)
                .param("now", utc(clock.instant()))
                .update();
        jdbc.sql("update stand_in set withdrawn_at = :now, withdrawn_by = :by where " + which
                        + " and withdrawn_at is null and from_at >= :now")
                .param("id", id)
                .param("by", by)
                .param("now", utc(clock.instant()))
                .update();
    }

    private Optional<Layer> layer(String team, String text, List<FieldProblem> problems) {
        var layer = LayerCheck.length(text.isEmpty() ? "1" : text)
                .flatMap(number -> people.snapshot().schedule(team).flatMap(s -> s.layer(number)));
        if (layer.isEmpty()) {
            problems.add(new FieldProblem(
                    "layer", "The rota of %s has no layer \"%s\". Choose one that it has.".formatted(team, text)));
        }
        return layer;
    }

    private Optional<String> personProblem(String username, Optional<Moments.Span> span) {
        var now = people.snapshot();
        if (!now.isEnabled(username)) {
            return Optional.of(
                    "\"%s\" is not a person who is enabled. Choose somebody from the list.".formatted(username));
        }
        return span.filter(s -> now.presence().isAway(username, s.from(), s.to()))
                .map(s -> "%s is away during that time. Choose somebody else or shorten it."
                        .formatted(now.person(username).map(Person::name).orElse(username)));
    }

    private Optional<FieldProblem> ownShift(Actor by, Layer layer, Moments.Span span, String team) {
        return people.snapshot().schedule(team).orElseThrow().isAllOf(by.name(), layer, span.from(), span.to())
                ? Optional.empty()
                : Optional.of(new FieldProblem(
                        "from",
                        "You are not on call on layer %d for all of that time, and members give away only their own shifts. Ask for a swap, or ask a service manager."
                                .formatted(layer.number())));
    }

    private Entry entry(ResultSet row) throws SQLException {
        var username = Objects.requireNonNull(row.getString("username"));
        return new Entry(
                row.getLong("id"),
                row.getInt("layer"),
                people.find(username).orElseThrow(),
                RotaTables.instant(row, "from_at"),
                RotaTables.instant(row, "to_at"),
                Objects.requireNonNull(row.getString("reason")),
                Objects.requireNonNull(row.getString("made_by")));
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** An override as it is listed. */
    public record Entry(long id, int layer, Person person, Instant from, Instant to, String reason, String madeBy) {}
}
