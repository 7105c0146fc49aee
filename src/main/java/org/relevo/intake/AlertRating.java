package org.relevo.intake;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.RaiseIncident;
import org.relevo.rules.AlertMapping.Mapped;
import org.relevo.rules.Rating;
import org.relevo.rules.RuleBook;
import org.relevo.service.Service;
import org.relevo.service.Services;
import org.springframework.stereotype.Component;

/** Finds what an incident is about from the alerts that raise it: the gravest of them speaks for all. */
@Component
class AlertRating {

    private final RuleBook rules;
    private final Services services;

    AlertRating(RuleBook rules, Services services) {
        this.rules = rules;
        this.services = services;
    }

    private record Rated(Alert alert, Mapped mapped) {}

    RaiseIncident rate(List<Alert> alerts) {
        var mapping = rules.alertMapping();
        var gravest = alerts.stream()
                .map(alert -> new Rated(alert, mapping.map(alert.source(), alert.labels())))
                .min(Comparator.comparing((Rated rated) -> grade(rated.mapped().impact()))
                        .thenComparing(rated -> grade(rated.mapped().urgency())))
                .orElseThrow();
        var mapped = gravest.mapped();
        var named = mapped.service() == null
                ? null
                : services.find(mapped.service()).orElse(null);
        // Nobody supports a retired service: an alert that names it must not go where nobody looks.
        var service = named == null || named.retired() ? null : named;
        return new RaiseIncident(
                AlertText.title(gravest.alert(), service == null ? mapped.service() : service.key()),
                AlertText.description(alerts),
                mapped.impact(),
                mapped.urgency(),
                service == null ? null : service.key(),
                because(mapped, named));
    }

    private static String because(Mapped mapped, @Nullable Service named) {
        if (named != null && !named.retired()) {
            return mapped.because();
        }
        var reason = named != null
                ? "the alert's service \"%s\" is retired".formatted(named.key())
                : mapped.service() == null
                        ? "no label of the alert names a service"
                        : "the alert's service \"%s\" is not in the service catalogue".formatted(mapped.service());
        return mapped.because().isBlank() ? reason : mapped.because() + "; " + reason;
    }

    private static int grade(@Nullable Rating rating) {
        return rating == null ? Rating.values().length : rating.ordinal();
    }
}
