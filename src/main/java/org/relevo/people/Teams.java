package org.relevo.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The teams as an administrator keeps them, and who answers for them. */
@Component
public class Teams {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");

    private final JdbcClient jdbc;
    private final StoredPeople people;
    private final RotaLayers layers;
    private final LayerCheck layerCheck;
    private final RotaChanges changes;
    private final Audit audit;

    Teams(
            JdbcClient jdbc,
            StoredPeople people,
            RotaLayers layers,
            LayerCheck layerCheck,
            RotaChanges changes,
            Audit audit) {
        this.jdbc = jdbc;
        this.people = people;
        this.layers = layers;
        this.layerCheck = layerCheck;
        this.changes = changes;
        this.audit = audit;
    }

    /** Every team with who is on call at an instant and who takes over when. */
    public List<Duty> duties(Instant at) {
        var now = people.snapshot();
        return people.teams().stream().map(team -> duty(now, team, at)).toList();
    }

    public Duty duty(String key, Instant at) {
        return duty(people.snapshot(), get(key), at);
    }

    public Team get(String key) {
        return people.team(key).orElseThrow(() -> unknown(key));
    }

    static Refusal.NotFound unknown(String key) {
        return new Refusal.NotFound(
                "There is no team %s. The list of people shows which teams there are.".formatted(key));
    }

    private Duty duty(PeopleSnapshot now, Team team, Instant at) {
        var layers = now.schedule(team.key()).stream()
                .flatMap(schedule -> schedule.layers().stream().map(layer -> duty(now, schedule, layer, at)))
                .toList();
        return new Duty(team, people.membersOf(team.key()), layers);
    }

    private static LayerDuty duty(PeopleSnapshot now, Schedule schedule, Layer layer, Instant at) {
        var ahead = schedule.stretches(layer, at, layer.horizon(at));
        var present = ahead.isEmpty() ? null : ahead.get(0);
        var next = ahead.stream()
                .skip(1)
                .filter(stretch -> stretch.username() != null)
                .findFirst()
                .orElse(null);
        return new LayerDuty(
                layer.number(),
                person(now, present),
                person(now, next),
                next == null ? null : next.from(),
                present != null && present.isGap());
    }

    private static @Nullable Person person(PeopleSnapshot now, @Nullable Stretch stretch) {
        return stretch == null
                ? null
                : Optional.ofNullable(stretch.username()).flatMap(now::person).orElse(null);
    }

    /** Makes a team and, where anybody is named for it, the first layer of its rota: weekly turns. */
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
        if (form.hasRota()) {
            layerCheck.problems(form.firstLayer()).stream()
                    .map(TeamForm::renamed)
                    .forEach(problems::add);
        }
        refuse(problems);
        write("insert into team (key, name, zone) values (:key, :name, :zone)", form);
        audit.record(by.name(), "team created", form.key(), "%s, %s".formatted(form.name(), form.zone()));
        if (form.hasRota()) {
            layers.save(by, form.key(), 1, form.firstLayer());
        }
    }

    @Transactional
    public void change(Actor by, String key, TeamForm form) {
        by.require(Role.ADMIN);
        get(key);
        refuse(problems(form));
        write("update team set name = :name, zone = :zone where key = :key", form.of(key));
        audit.record(by.name(), "team changed", key, "%s, %s".formatted(form.name(), form.zone()));
        changes.of(key);
    }

    private void write(String sql, TeamForm form) {
        jdbc.sql(sql)
                .param("key", form.key())
                .param("name", form.name())
                .param("zone", form.zone())
                .update();
        people.forget();
    }

    private static List<FieldProblem> problems(TeamForm form) {
        var problems = new ArrayList<FieldProblem>();
        if (form.name().isEmpty() || form.name().length() > 100) {
            problems.add(new FieldProblem("name", "Give the team a name of 1 to 100 characters."));
        }
        if (!PersonCheck.isZone(form.zone())) {
            problems.add(new FieldProblem("zone", "Choose a time zone such as Europe/Madrid or UTC."));
        }
        return problems;
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
    }

    /**
     * @param onCall who is on call on the layer
     * @param next who is on call there after that
     * @param handover when {@code next} takes over
     * @param gap whether nobody is on call although somebody should be
     */
    public record LayerDuty(
            int layer,
            @Nullable Person onCall,
            @Nullable Person next,
            @Nullable Instant handover,
            boolean gap) {}

    /** Who answers for a team; no layers where it has no rota. */
    public record Duty(Team team, List<Person> members, List<LayerDuty> layers) {

        /** The layer that answers: the first that has somebody, else the first. */
        public @Nullable LayerDuty answering() {
            return layers.stream()
                    .filter(layer -> layer.onCall() != null)
                    .findFirst()
                    .orElse(layers.isEmpty() ? null : layers.get(0));
        }
    }
}
