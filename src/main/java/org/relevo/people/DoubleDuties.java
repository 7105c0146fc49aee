package org.relevo.people;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The times in a range in which a person is on call in two places at once. */
record DoubleDuties(PeopleSnapshot now, Instant from, Instant to) {

    private record Duty(Team team, Stretch stretch) {}

    List<Gap> of(String team) {
        var duties = duties().collect(Collectors.groupingBy(
                duty -> String.valueOf(duty.stretch().username())));
        return duties.values().stream()
                .flatMap(List::stream)
                .filter(own -> own.team().key().equals(team))
                .flatMap(own -> duties.getOrDefault(String.valueOf(own.stretch().username()), List.of()).stream()
                        .filter(other -> isAnother(own, other))
                        .filter(other -> own.stretch()
                                .overlaps(
                                        other.stretch().from(), other.stretch().to()))
                        .map(other -> conflict(own, other)))
                .toList();
    }

    private Stream<Duty> duties() {
        return now.teams().values().stream()
                .flatMap(team -> Rotas.stretches(now, team.key(), from, to)
                        .filter(stretch -> stretch.username() != null)
                        .map(stretch -> new Duty(team, stretch)));
    }

    /** Two layers of one team are told once, on the higher layer. */
    private static boolean isAnother(Duty own, Duty other) {
        return !own.team().equals(other.team())
                || own.stretch().layer() > other.stretch().layer();
    }

    private Gap conflict(Duty own, Duty other) {
        var username = String.valueOf(own.stretch().username());
        var name = now.person(username).map(Person::name).orElse(username);
        var where = own.team().equals(other.team())
                ? "layer %d".formatted(other.stretch().layer())
                : "layer %d of %s"
                        .formatted(other.stretch().layer(), other.team().name());
        return new Gap(
                own.stretch().layer(),
                later(from, later(own.stretch().from(), other.stretch().from())),
                earlier(to, earlier(own.stretch().to(), other.stretch().to())),
                Gap.Kind.CONFLICT,
                "%s is on call on layer %d and on %s at once."
                        .formatted(name, own.stretch().layer(), where));
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
