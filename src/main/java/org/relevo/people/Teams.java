package org.relevo.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The teams and their rotas, as an administrator keeps them. */
@Component
public class Teams {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");

    private final JdbcClient jdbc;
    private final StoredPeople people;
    private final Audit audit;

    Teams(JdbcClient jdbc, StoredPeople people, Audit audit) {
        this.jdbc = jdbc;
        this.people = people;
        this.audit = audit;
    }

    /** Every team with who is on call at an instant and who takes over when. */
    public List<Duty> duties(Instant at) {
        var now = people.snapshot();
        return people.teams().stream().map(team -> duty(now, team, at)).toList();
    }

    private Duty duty(PeopleSnapshot now, Team team, Instant at) {
        var rota = Optional.ofNullable(now.rotas().get(team.key()));
        return new Duty(
                team,
                people.membersOf(team.key()),
                rota.flatMap(r -> r.onCall(at, now::isEnabled))
                        .flatMap(now::person)
                        .orElse(null),
                rota.flatMap(r -> r.next(at, now::isEnabled))
                        .flatMap(now::person)
                        .orElse(null),
                rota.map(r -> r.handoverAfter(at)).orElse(null));
    }

    /** A team as the form shows it. */
    public TeamForm form(String key) {
        var team = people.team(key)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no team %s. The list of people shows which teams there are.".formatted(key)));
        var rota = people.snapshot().rotas().get(key);
        return new TeamForm(
                key,
                team.name(),
                team.zone().getId(),
                rota == null ? "" : rota.from().toString(),
                rota == null ? "" : rota.handover().toString(),
                rota == null ? "" : String.join("\n", rota.places()));
    }

    @Transactional
    public void create(Actor by, TeamForm form) {
        by.require(Role.ADMIN);
        var problems = problems(form);
        if (!KEY.matcher(form.key()).matches() || form.key().equals("new")) {
            problems.add(new FieldProblem(
                    "key",
                    "Choose 2 to 40 lower-case letters, digits or hyphens; rules and tables name the team by it."));
        } else if (people.team(form.key()).isPresent()) {
            problems.add(new FieldProblem("key", "There is a team %s already.".formatted(form.key())));
        }
        refuse(problems);
        write(
                "insert into team (key, name, zone, rota_from, handover_at) values (:key, :name, :zone, :from, :at)",
                form);
        audit.record(by.name(), "team created", form.key(), form.toString());
    }

    @Transactional
    public void change(Actor by, String key, TeamForm form) {
        by.require(Role.ADMIN);
        form(key);
        var given = new TeamForm(key, form.name(), form.zone(), form.rotaFrom(), form.handoverAt(), form.rota());
        refuse(problems(given));
        write(
                "update team set name = :name, zone = :zone, rota_from = :from, handover_at = :at where key = :key",
                given);
        audit.record(by.name(), "team changed", key, given.toString());
    }

    private void write(String sql, TeamForm form) {
        jdbc.sql(sql)
                .param("key", form.key())
                .param("name", form.name())
                .param("zone", form.zone())
                .param("from", parsed(form.rotaFrom(), LocalDate::parse).orElse(null), java.sql.Types.DATE)
                .param("at", parsed(form.handoverAt(), LocalTime::parse).orElse(null), java.sql.Types.TIME)
                .update();
        jdbc.sql("update team_member set rota_place = null where team = :team")
                .param("team", form.key())
                .update();
        var place = 0;
        for (var username : form.places()) {
            // Whoever is on the rota belongs to the team.
            jdbc.sql("insert into team_member (team, username, rota_place) values (:team, :username, :place)"
                            + " on conflict (team, username) do update set rota_place = excluded.rota_place")
                    .param("team", form.key())
                    .param("username", username)
                    .param("place", place++)
                    .update();
        }
        people.forget();
    }

    private List<FieldProblem> problems(TeamForm form) {
        var problems = new ArrayList<FieldProblem>();
        if (form.name().isEmpty() || form.name().length() > 100) {
            problems.add(new FieldProblem("name", "Give the team a name of 1 to 100 characters."));
        }
        if (!PersonCheck.isZone(form.zone())) {
            problems.add(new FieldProblem("zone", "Choose a time zone such as Europe/Madrid or UTC."));
        }
        var places = form.places();
        var unknown = places.stream()
                .filter(place -> !people.snapshot().isEnabled(place))
                .toList();
        if (!unknown.isEmpty()) {
            problems.add(new FieldProblem(
                    "rota",
                    "Not a person who is enabled: %s. Write usernames, one a line."
                            .formatted(String.join(", ", unknown))));
        }
        if (new HashSet<>(places).size() < places.size()) {
            problems.add(new FieldProblem("rota", "Somebody is named twice. Each person has one place on the rota."));
        }
        if (!places.isEmpty() && parsed(form.rotaFrom(), LocalDate::parse).isEmpty()) {
            problems.add(new FieldProblem("rotaFrom", "Give the day of the first handover, such as 2026-01-05."));
        }
        if (!places.isEmpty() && parsed(form.handoverAt(), LocalTime::parse).isEmpty()) {
            problems.add(new FieldProblem("handoverAt", "Give the time of the handover, such as 08:00."));
        }
        return problems;
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(parse.apply(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * @param onCall who is on call; null where the team has no rota
     * @param handover when {@code next} takes over
     */
    public record Duty(
            Team team,
            List<Person> members,
            @Nullable Person onCall,
            @Nullable Person next,
            @Nullable Instant handover) {}
}
