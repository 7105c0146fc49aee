package org.relevo.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who is on call for a team, computed from nothing but its layers, those who stand in and who can be there. Of several
 * who stand in at once the latest entered counts. Who is away or disabled falls out in favour of the next who can be
 * there: an earlier stand-in, then whose turn it is, then the next place of the layer. Whoever gave a shift away comes
 * last for it.
 *
 * @param standIns the latest entered first
 */
record Schedule(String team, List<Layer> layers, List<StandIn> standIns, Presence presence) {

    Schedule {
        standIns = standIns.stream()
                .sorted(Comparator.comparingLong(StandIn::id).reversed())
                .toList();
    }

    boolean knows(String username) {
        return layers.stream().anyMatch(layer -> layer.places().contains(username))
                || standIns.stream().anyMatch(standIn -> standIn.username().equals(username));
    }

    Optional<Layer> layer(int number) {
        return layers.stream().filter(layer -> layer.number() == number).findFirst();
    }

    Optional<String> onCall(int number, Instant at) {
        return layer(number)
                .flatMap(layer -> Optional.ofNullable(at(layer, at, at, at).username()));
    }

    /** The stretches that touch a range, whole, without a hole or an overlap between them. */
    List<Stretch> stretches(Layer layer, Instant from, Instant to) {
        var edges = edges(layer, from, to);
        var stretches = new ArrayList<Stretch>();
        Instant start = null;
        for (var end : edges) {
            if (start != null) {
                add(stretches, at(layer, start, start, end));
            }
            start = end;
        }
        return stretches.stream().filter(s -> s.overlaps(from, to)).toList();
    }

    private static void add(List<Stretch> stretches, Stretch next) {
        var last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
        if (last != null && next.continues(last)) {
            stretches.set(stretches.size() - 1, last.until(next.to()));
        } else {
            stretches.add(next);
        }
    }

    /** Whether one person is on call on a layer for all of a range. */
    boolean isAllOf(String username, Layer layer, Instant from, Instant to) {
        return stretches(layer, from, to).stream().allMatch(stretch -> username.equals(stretch.username()));
    }

    /** From the beginning of what is under way at the range's start to the end of what is under way at its end. */
    private TreeSet<Instant> edges(Layer layer, Instant from, Instant to) {
        var touching = standInsOf(layer).filter(s -> s.overlaps(from, to)).toList();
        var turns = layer.turns();
        var first = earliest(turns.start(turns.at(from)), touching);
        var last = latest(turns.start(turns.at(to) + 1), touching);
        var people = Stream.concat(
                layer.places().stream(),
                standInsOf(layer).map(StandIn::username).distinct());
        var edges = new TreeSet<Instant>();
        layer.edges(first, last).forEach(edges::add);
        standInsOf(layer).flatMap(s -> Stream.of(s.from(), s.to())).forEach(edges::add);
        people.flatMap(presence::edges).forEach(edges::add);
        edges.add(first);
        edges.add(last);
        return new TreeSet<>(edges.subSet(first, true, last, true));
    }

    private Stretch at(Layer layer, Instant at, Instant from, Instant to) {
        var turn = layer.turns().at(at);
        var standing = standInsOf(layer).filter(s -> s.covers(at)).toList();
        for (var standIn : standing) {
            if (presence.isAvailable(standIn.username(), at)) {
                var key = "stand-in " + standIn.id();
                return new Stretch(
                        layer.number(), from, to, standIn.username(), standIn.kind(), true, standIn.username(), key);
            }
        }
        var key = "turn " + turn;
        if (standing.isEmpty() && !layer.isStaffed(at)) {
            return new Stretch(layer.number(), from, to, null, Shift.Kind.ROTATION, false, null, key);
        }
        var wanted = standing.isEmpty()
                ? layer.whoseTurn(turn)
                : Optional.of(standing.get(0).username());
        var inPerson = standing.isEmpty() && wanted.isPresent() && presence.isAvailable(wanted.get(), at);
        var who = inPerson ? wanted : layer.nextAvailable(turn, person -> presence.isAvailable(person, at));
        var kind = inPerson || who.isEmpty() ? Shift.Kind.ROTATION : Shift.Kind.COVER;
        return new Stretch(layer.number(), from, to, who.orElse(null), kind, true, wanted.orElse(null), key);
    }

    private Stream<StandIn> standInsOf(Layer layer) {
        return standIns.stream().filter(s -> s.layer() == layer.number());
    }

    private static Instant earliest(Instant at, List<StandIn> standIns) {
        return standIns.stream()
                .map(StandIn::from)
                .filter(at::isAfter)
                .min(Comparator.naturalOrder())
                .orElse(at);
    }

    private static Instant latest(Instant at, List<StandIn> standIns) {
        return standIns.stream()
                .map(StandIn::to)
                .filter(at::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(at);
    }
}
