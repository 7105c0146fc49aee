package org.relevo.handover;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.relevo.people.Gap;
import org.relevo.people.People;
import org.relevo.people.Rotas;
import org.relevo.rules.Measure;
import org.relevo.service.Services;
import org.springframework.stereotype.Component;

/** Counts the gaps that the rota of the receiving team has in the next eight weeks. */
@Component
class RotaFigure implements CriterionFigure {

    private static final Duration AHEAD = Duration.ofDays(56);

    private final Services services;
    private final People people;
    private final Rotas rotas;
    private final Clock clock;

    RotaFigure(Services services, People people, Rotas rotas, Clock clock) {
        this.services = services;
        this.people = people;
        this.rotas = rotas;
        this.clock = clock;
    }

    @Override
    public Measure measure() {
        return Measure.ROTA_GAPS;
    }

    @Override
    public Found count(Handover handover) {
        var team = services.find(handover.service())
                .flatMap(service -> people.team(service.team() == null ? "" : service.team()));
        if (team.isEmpty()) {
            return Found.of(1, "no team supports the service");
        }
        var now = clock.instant();
        var shifts = rotas.shifts(team.get().key(), now, now.plus(AHEAD));
        if (shifts.isEmpty()) {
            return Found.of(1, "%s has no rota".formatted(team.get().name()));
        }
        List<Gap> gaps = rotas.gaps(team.get().key(), now, now.plus(AHEAD)).stream()
                .filter(gap -> gap.kind() == Gap.Kind.GAP)
                .toList();
        return Found.of(
                gaps.size(),
                gaps.isEmpty()
                        ? "the rota of %s has no gap for eight weeks"
                                .formatted(team.get().name())
                        : "the rota of %s has %d gaps in eight weeks, the first from %s: %s"
                                .formatted(
                                        team.get().name(),
                                        gaps.size(),
                                        gaps.get(0).from(),
                                        gaps.get(0).text()));
    }
}
