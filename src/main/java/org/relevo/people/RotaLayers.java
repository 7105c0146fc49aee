package org.relevo.people;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The layers of the teams' rotas, as those who answer for them keep them. */
@Component
public class RotaLayers {

    static final int MOST = 9;

    private final JdbcClient jdbc;
    private final StoredPeople people;
    private final LayerCheck check;
    private final RotaChanges changes;
    private final Audit audit;

    RotaLayers(JdbcClient jdbc, StoredPeople people, LayerCheck check, RotaChanges changes, Audit audit) {
        this.jdbc = jdbc;
        this.people = people;
        this.check = check;
        this.changes = changes;
        this.audit = audit;
    }

    public static boolean mayEdit(Actor by) {
        return by.has(Role.ADMIN) || by.has(Role.SERVICE_MANAGER);
    }

    /** The numbers of a team's layers. */
    public List<Integer> of(String team) {
        return people.snapshot().schedule(team).stream()
                .flatMap(schedule -> schedule.layers().stream())
                .map(Layer::number)
                .toList();
    }

    /** The number that the next layer of a team gets. */
    public int free(String team) {
        var taken = of(team);
        return IntStream.rangeClosed(1, MOST)
                .filter(number -> !taken.contains(number))
                .findFirst()
                .orElseThrow(() -> new Refusal.Conflict(
                        "%s has %d layers, which is the most. Remove one first.".formatted(team, MOST)));
    }

    /** A layer as the form shows it. */
    public LayerForm form(String team, int number) {
        var layer = people.snapshot()
                .schedule(team)
                .flatMap(schedule -> schedule.layer(number))
                .orElseThrow(() -> new Refusal.NotFound(
                        "The rota of %s has no layer %d. The team's page shows its layers.".formatted(team, number)));
        var turns = layer.turns();
        return new LayerForm(
                String.valueOf(turns.length()),
                turns.unit().name(),
                turns.from().toString(),
                turns.handover().toString(),
                String.join("\n", layer.places()),
                layer.windows().stream().map(Window::written).collect(Collectors.joining("\n")),
                version(team));
    }

    /** Counts the changes of a team's layers. */
    public long version(String team) {
        return jdbc.sql("select rota_version from team where key = :team")
                .param("team", team)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Teams.unknown(team));
    }

    /** Enters a layer or changes the one there is; refused where the rota was changed since the form was opened. */
    @Transactional
    public void save(Actor by, String team, int number, LayerForm form) {
        by.require(Role.ADMIN, Role.SERVICE_MANAGER);
        if (number < 1 || number > MOST) {
            throw new Refusal.NotFound("Layers are counted from 1 to %d.".formatted(MOST));
        }
        var problems = check.problems(form);
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        advance(team, form.version());
        write(team, number, form);
        audit.record(by.name(), "rota layer saved", team, "layer %d: %s".formatted(number, described(form)));
        changes.of(team);
    }

    @Transactional
    public void remove(Actor by, String team, int number, long version) {
        by.require(Role.ADMIN, Role.SERVICE_MANAGER);
        form(team, number);
        advance(team, version);
        jdbc.sql("delete from rota_layer where team = :team and layer = :layer")
                .param("team", team)
                .param("layer", number)
                .update();
        audit.record(by.name(), "rota layer removed", team, "layer %d".formatted(number));
        changes.of(team);
    }

    private void advance(String team, @org.jspecify.annotations.Nullable Long version) {
        var advanced = jdbc.sql(
                        "update team set rota_version = rota_version + 1 where key = :team and rota_version = :version")
                .param("team", team)
                .param("version", version == null ? -1 : version)
                .update();
        if (advanced == 0) {
            version(team);
            throw new Refusal.Conflict(
                    "The rota of %s was changed while this page was open%s. What was typed is kept here: save it again to put it in the place of the other change, or open the page anew to begin from that."
                            .formatted(team, lastChangedBy(team)));
        }
    }

    private String lastChangedBy(String team) {
        return jdbc.sql("select by_whom from audit_event where subject = :team and action like 'rota layer%'"
                        + " order by id desc limit 1")
                .param("team", team)
                .query(String.class)
                .optional()
                .map(" by %s"::formatted)
                .orElse("");
    }

    private void write(String team, int number, LayerForm form) {
        jdbc.sql("""
                insert into rota_layer (team, layer, length, unit, starts_on, handover_at, windows)
                values (:team, :layer, :length, :unit, :from, :at, :windows)
                on conflict (team, layer) do update set length = excluded.length, unit = excluded.unit,
                    starts_on = excluded.starts_on, handover_at = excluded.handover_at, windows = excluded.windows
                """)
                .param("team", team)
                .param("layer", number)
                .param("length", LayerCheck.length(form.length()).orElseThrow())
                .param("unit", form.unit())
                .param("from", LayerCheck.day(form.startsOn()).orElseThrow())
                .param("at", LayerCheck.time(form.handoverAt()).orElseThrow())
                .param("windows", String.join("\n", form.windowLines()))
                .update();
        jdbc.sql("delete from rota_place where team = :team and layer = :layer")
                .param("team", team)
                .param("layer", number)
                .update();
        var place = 0;
        for (var username : form.usernames()) {
            // Whoever is on the rota belongs to the team.
            jdbc.sql("insert into team_member (team, username) values (:team, :username) on conflict do nothing")
                    .param("team", team)
                    .param("username", username)
                    .update();
            jdbc.sql("insert into rota_place (team, layer, place, username) values (:team, :layer, :place, :username)")
                    .param("team", team)
                    .param("layer", number)
                    .param("place", place++)
                    .param("username", username)
                    .update();
        }
    }

    private static String described(LayerForm form) {
        return "%s %s from %s at %s; %s; %s"
                .formatted(
                        form.length(),
                        form.unit(),
                        form.startsOn(),
                        form.handoverAt(),
                        String.join(" ", form.usernames()),
                        form.windows().isEmpty() ? "always" : String.join(", ", form.windowLines()));
    }
}
