package org.relevo.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who is on call when: the shifts of a team or a person, and what is wrong with them. */
@Component
public class Rotas {

    private final StoredPeople people;

    Rotas(StoredPeople people) {
        this.people = people;
    }

    /** The shifts that touch the range, whole and not cut at its ends, by layer and time; without overlap in a layer. */
    public List<Shift> shifts(String team, Instant from, Instant to) {
        return shifts(people.snapshot(), team, from, to).toList();
    }

    /** A person's shifts in every team that touch the range, by time. */
    public List<TeamShift> shiftsOf(String username, Instant from, Instant to) {
        var now = people.snapshot();
        return now.teams().values().stream()
                .flatMap(team -> shifts(now, team.key(), from, to)
                        .filter(shift -> shift.person().username().equals(username))
                        .map(shift -> new TeamShift(team, shift)))
                .sorted(Comparator.comparing(mine -> mine.shift().from()))
                .toList();
    }

    private static Stream<Shift> shifts(PeopleSnapshot now, String team, Instant from, Instant to) {
        return stretches(now, team, from, to)
                .flatMap(stretch -> Optional.ofNullable(stretch.username())
                        .flatMap(now::person)
                        .map(person -> new Shift(stretch.layer(), person, stretch.from(), stretch.to(), stretch.kind()))
                        .stream());
    }

    /** The times in the range in which a layer has nobody, and those in which somebody is on call in two places. */
    public List<Gap> gaps(String team, Instant from, Instant to) {
        var now = people.snapshot();
        var gaps = new ArrayList<Gap>();
        stretches(now, team, from, to)
                .filter(Stretch::isGap)
                .map(stretch -> gap(now, stretch, from, to))
                .forEach(gaps::add);
        gaps.addAll(new DoubleDuties(now, from, to).of(team));
        return joined(gaps);
    }

    private static Gap gap(PeopleSnapshot now, Stretch stretch, Instant from, Instant to) {
        var wanted = Optional.ofNullable(stretch.wanted()).flatMap(now::person);
        var text = wanted.map(person -> "Nobody is on call: %s is %s, and nobody on layer %d can cover."
                        .formatted(person.name(), person.enabled() ? "absent" : "disabled", stretch.layer()))
                .orElse("Nobody is on call: layer %d has no places.".formatted(stretch.layer()));
        return new Gap(
                stretch.layer(),
                DoubleDuties.later(from, stretch.from()),
                DoubleDuties.earlier(to, stretch.to()),
                Gap.Kind.GAP,
                text);
    }

    /** What goes on from one turn to the next is one gap. */
    private static List<Gap> joined(List<Gap> gaps) {
        gaps.sort(Comparator.comparingInt(Gap::layer).thenComparing(Gap::text).thenComparing(Gap::from));
        var joined = new ArrayList<Gap>();
        for (var gap : gaps) {
            var last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null
                    && last.layer() == gap.layer()
                    && last.text().equals(gap.text())
                    && last.to().equals(gap.from())) {
                joined.set(joined.size() - 1, new Gap(gap.layer(), last.from(), gap.to(), gap.kind(), gap.text()));
            } else {
                joined.add(gap);
            }
        }
        joined.sort(Comparator.comparing(Gap::from).thenComparing(Gap::layer));
        return List.copyOf(joined);
    }

    static Stream<Stretch> stretches(PeopleSnapshot now, String team, Instant from, Instant to) {
        return now.schedule(team).stream()
                .flatMap(schedule ->
                        schedule.layers().stream().flatMap(layer -> schedule.stretches(layer, from, to).stream()));
    }

    /** A shift and the team it is for. */
    public record TeamShift(Team team, Shift shift) {}
}
