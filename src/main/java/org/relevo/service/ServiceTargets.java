package org.relevo.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.CalendarUses;
import org.relevo.rules.Agreement;
import org.relevo.rules.CaseFact;
import org.relevo.rules.Fact;
import org.relevo.rules.GivenPriority;
import org.relevo.rules.Metric;
import org.relevo.rules.OpenCommitment;
import org.relevo.rules.Priority;
import org.relevo.rules.RuleBook;
import org.relevo.rules.TimeTarget;
import org.relevo.workitem.WorkItemType;
import org.springframework.stereotype.Component;

/** The times that count for incidents of a service: those the rule book gives, beside those that were agreed. */
@Component
public class ServiceTargets {

    private final RuleBook ruleBook;
    private final StoredServices services;
    private final CalendarUses calendars;
    private final Agreements agreements;

    ServiceTargets(RuleBook ruleBook, StoredServices services, CalendarUses calendars, Agreements agreements) {
        this.ruleBook = ruleBook;
        this.services = services;
        this.calendars = calendars;
        this.agreements = agreements;
    }

    /**
     * What the rule book would open for an incident.
     *
     * @param calendar key of the calendar by which the time counts
     */
    public record Given(
            Priority priority, Agreement agreement, Metric metric, TimeTarget time, String calendar, String because) {}

    /** How the rule book's time stands to the agreed one. */
    public enum Standing {
        /** Both are the same. */
        MET,
        /** The rule book asks for more than was agreed. */
        TIGHTER,
        /** The rule book lets pass what breaks the agreement. */
        LOOSER,
        /** One counts working time and the other business days. */
        OTHERWISE_COUNTED,
        /** The rule book opens no commitment of this kind. */
        NOT_GIVEN
    }

    /** An agreed time beside the one that the rule book gives. */
    public record Compared(
            ServiceAgreement.Target agreed, @Nullable TimeTarget given, Standing standing) {}

    /**
     * A time that a priority lacks.
     *
     * @param given whether the rule book gives one
     * @param agreed whether an agreement that is valid today holds one
     */
    public record Missing(Priority priority, Metric metric, boolean given, boolean agreed) {}

    /** Priority by priority; empty for a priority for which the rule book opens nothing. */
    public List<Given> given(String key) {
        var service = services.find(key).orElseThrow(() -> StoredServices.unknown(key));
        var fact = fact(service);
        return Stream.of(Priority.values())
                .flatMap(priority -> given(fact, priority))
                .toList();
    }

    private Stream<Given> given(CaseFact fact, Priority priority) {
        List<Fact> facts = List.of(fact, new GivenPriority(priority, "relevo", "asked"));
        return ruleBook.decide(facts).all(OpenCommitment.class).stream()
                .filter(one -> Agreements.METRICS.contains(one.metric()))
                .map(one -> new Given(
                        priority, one.agreement(), one.metric(), one.target(), one.calendar(), one.because()));
    }

    /** The times of an agreement beside those that the rule book gives. */
    public List<Compared> compare(ServiceAgreement agreement, List<Given> given) {
        return agreement.targets().stream()
                .map(agreed ->
                        compare(agreed, time(given, agreement.kind(), agreed).orElse(null)))
                .toList();
    }

    /**
     * Response and resolution of each priority for which the rule book opens no commitment, or of which no agreement that
     * is valid today says anything.
     */
    public List<Missing> missingTargets(String key) {
        var given = given(key);
        var valid = agreements.validOf(key);
        var missing = new ArrayList<Missing>();
        for (var priority : Priority.values()) {
            for (var metric : Agreements.METRICS) {
                var isGiven = given.stream().anyMatch(one -> one.priority() == priority && one.metric() == metric);
                var isAgreed = valid.stream()
                        .anyMatch(one -> one.target(priority, metric).isPresent());
                if (!isGiven || !isAgreed) {
                    missing.add(new Missing(priority, metric, isGiven, isAgreed));
                }
            }
        }
        return missing;
    }

    private static Optional<TimeTarget> time(List<Given> given, Agreement kind, ServiceAgreement.Target agreed) {
        return given.stream()
                .filter(one -> one.agreement() == kind
                        && one.priority() == agreed.priority()
                        && one.metric() == agreed.metric())
                .map(Given::time)
                .findFirst();
    }

    static Compared compare(ServiceAgreement.Target agreed, @Nullable TimeTarget given) {
        return new Compared(agreed, given, given == null ? Standing.NOT_GIVEN : standing(agreed.time(), given));
    }

    private static Standing standing(TimeTarget agreed, TimeTarget given) {
        if ((agreed.time() == null) != (given.time() == null)) {
            return Standing.OTHERWISE_COUNTED;
        }
        var order = agreed.time() == null
                ? Integer.compare(given.businessDays(), agreed.businessDays())
                : Objects.requireNonNull(given.time()).compareTo(agreed.time());
        return order == 0 ? Standing.MET : order < 0 ? Standing.TIGHTER : Standing.LOOSER;
    }

    private CaseFact fact(Service service) {
        var uses = calendars.of(service.key(), service.team(), null);
        return new CaseFact(
                WorkItemType.INCIDENT.name(),
                null,
                null,
                service.key(),
                service.team(),
                service.tier(),
                uses.get(CalendarUses.Kind.SERVICE),
                uses.get(CalendarUses.Kind.TEAM),
                null,
                uses.get(CalendarUses.Kind.CONTRACT));
    }
}
