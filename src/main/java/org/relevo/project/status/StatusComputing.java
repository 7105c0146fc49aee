package org.relevo.project.status;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.relevo.rules.ColourStatus;
import org.relevo.rules.Fact;
import org.relevo.rules.RuleBook;
import org.relevo.rules.StatusAspect;
import org.relevo.rules.StatusColour;
import org.relevo.rules.StatusFact;
import org.relevo.rules.StatusFigure;
import org.springframework.stereotype.Component;

/** Asks the rules which colours a project's figures give it. The worst counts, and overall is never better than the rest. */
@Component
class StatusComputing {

    private final RuleBook ruleBook;

    StatusComputing(RuleBook ruleBook) {
        this.ruleBook = ruleBook;
    }

    Map<StatusAspect, Computed> of(List<StatusFact> figures) {
        var decided = ruleBook.decide(List.<Fact>copyOf(figures)).all(ColourStatus.class);
        var computed = new EnumMap<StatusAspect, Computed>(StatusAspect.class);
        for (var aspect : List.of(StatusAspect.TIME, StatusAspect.COST, StatusAspect.SCOPE)) {
            computed.put(aspect, of(aspect, figures, decided));
        }
        var parts = List.copyOf(computed.values());
        computed.put(StatusAspect.OVERALL, overall(of(StatusAspect.OVERALL, List.of(), decided), parts));
        return computed;
    }

    private static Computed of(StatusAspect aspect, List<StatusFact> figures, List<ColourStatus> decided) {
        var own = decided.stream()
                .filter(one -> one.aspect() == aspect)
                .sorted(Comparator.comparing(ColourStatus::colour).reversed())
                .toList();
        var fine = figures.stream()
                .filter(one -> aspect(one.figure()) == aspect)
                .map(one -> "%s is %s."
                        .formatted(
                                one.figure().name().replace('_', ' '),
                                one.value().toPlainString()))
                .toList();
        if (!own.isEmpty()) {
            return new Computed(
                    aspect,
                    own.get(0).colour(),
                    own.stream()
                            .map(one -> "%s %s.".formatted(one.sentence(), one.because()))
                            .toList());
        }
        return new Computed(aspect, fine.isEmpty() ? null : StatusColour.GREEN, fine);
    }

    private static Computed overall(Computed own, List<Computed> parts) {
        var known = parts.stream().filter(one -> one.colour() != null).toList();
        var worst = Stream.concat(Stream.of(own), known.stream())
                .flatMap(one -> Optional.ofNullable(one.colour()).stream())
                .max(Comparator.naturalOrder());
        var reasons = new ArrayList<>(own.reasons());
        known.stream()
                .sorted(Comparator.comparing((Computed one) -> Objects.requireNonNull(one.colour()))
                        .reversed())
                .forEach(one -> reasons.add("%s is %s.".formatted(one.aspect(), one.colour())));
        return new Computed(StatusAspect.OVERALL, worst.orElse(null), reasons);
    }

    private static StatusAspect aspect(StatusFigure figure) {
        return switch (figure) {
            case SPI, TIME_TOLERANCE, DELIVERY_DAYS_LATE -> StatusAspect.TIME;
            case CPI, COST_TOLERANCE -> StatusAspect.COST;
            case SCOPE_TOLERANCE -> StatusAspect.SCOPE;
            case OPEN_EXCEPTIONS, OPEN_WARNINGS -> StatusAspect.OVERALL;
        };
    }

    static List<StatusAspect> aspects() {
        return Arrays.asList(StatusAspect.values());
    }
}
