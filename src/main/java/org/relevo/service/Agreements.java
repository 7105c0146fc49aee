package org.relevo.service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.relevo.people.Actor;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.relevo.rules.Agreement;
import org.relevo.rules.Metric;
import org.relevo.rules.Priority;
import org.relevo.rules.TimeTarget;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was agreed of services; the rule book alone says what commitments are opened. */
@Component
public class Agreements {

    /** What targets may be agreed for. */
    public static final List<Metric> METRICS = List.of(Metric.RESPONSE, Metric.RESOLUTION);

    private static final int MOST = 50;

    private final AgreementRows rows;
    private final StoredServices services;
    private final Audit audit;
    private final Clock clock;

    Agreements(AgreementRows rows, StoredServices services, Audit audit, Clock clock) {
        this.rows = rows;
        this.services = services;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that are valid today or will be first, the latest first. */
    public List<ServiceAgreement> ofService(String key) {
        return rows.of(key);
    }

    /** Those that are valid today. */
    public List<ServiceAgreement> validOf(String key) {
        return ofService(key).stream().filter(one -> one.validOn(today())).toList();
    }

    public ServiceAgreement get(String key, long id) {
        return ofService(key).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(
                        "The service %s has no agreement %d. Its page lists those it has.".formatted(key, id)));
    }

    /**
     * @param typed kind, name, party, availability, validFrom, validUntil, noticeDays, document, and targets as {@code
     *     response_P1} to {@code resolution_P4}
     */
    @Transactional
    public ServiceAgreement add(String key, Map<String, String> typed, Actor by) {
        services.locked(key).requireKeeper(by);
        if (ofService(key).size() >= MOST) {
            throw new Refusal.Invalid("name", "A service has at most %d agreements. Remove one.".formatted(MOST));
        }
        var id = rows.add(read(key, 0, typed));
        audit.record(by.name(), "service agreement entered", key, said(get(key, id)));
        return get(key, id);
    }

    @Transactional
    public ServiceAgreement change(String key, long id, Map<String, String> typed, Actor by) {
        services.locked(key).requireKeeper(by);
        get(key, id);
        rows.save(read(key, id, typed));
        audit.record(by.name(), "service agreement changed", key, said(get(key, id)));
        return get(key, id);
    }

    @Transactional
    public void remove(String key, long id, Actor by) {
        services.locked(key).requireKeeper(by);
        var removed = get(key, id);
        rows.remove(id);
        audit.record(by.name(), "service agreement removed", key, said(removed));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static ServiceAgreement read(String key, long id, Map<String, String> values) {
        var typed = new Typed(values);
        var from = typed.day("validFrom");
        var until = typed.dayOrNull("validUntil");
        if (until != null && until.isBefore(from)) {
            typed.problem("validUntil", "Give a day that is not before the first, or leave it blank.");
        }
        var availability = typed.numberOrNull("availability", 3, 3);
        if (availability != null && (availability.signum() == 0 || availability.doubleValue() > 100)) {
            typed.problem("availability", "Give percent of a month, above 0 and up to 100, such as 99.5.");
        }
        var kind = typed.one("kind", Agreement.class);
        var name = typed.needed("name", 200);
        var party = typed.needed("party", 200);
        var notice = typed.countOrNull("noticeDays", 1000);
        var document = typed.linkOrNull("document");
        var targets = targets(typed);
        typed.check();
        return new ServiceAgreement(
                id,
                key,
                Objects.requireNonNull(kind),
                name,
                party,
                availability,
                from,
                until,
                notice,
                document,
                targets);
    }

    private static List<ServiceAgreement.Target> targets(Typed typed) {
        var targets = new ArrayList<ServiceAgreement.Target>();
        for (var priority : Priority.values()) {
            for (var metric : METRICS) {
                var field = field(metric, priority);
                if (!typed.text(field).isEmpty()) {
                    AgreedTime.read(typed.text(field))
                            .ifPresentOrElse(
                                    time -> targets.add(new ServiceAgreement.Target(priority, metric, time)),
                                    () -> typed.problem(
                                            field,
                                            "Write it as 30 min, 4 h, 2 business days or PT4H, or leave it blank."));
                }
            }
        }
        return targets;
    }

    /** The name of the field that holds a target. */
    public static String field(Metric metric, Priority priority) {
        return metric.word() + "_" + priority;
    }

    /** A time as it may be typed. */
    public static String written(TimeTarget target) {
        var time = target.time();
        if (time == null) {
            return target.text();
        }
        return time.toSeconds() % 3600 == 0
                ? time.toHours() + " h"
                : time.toSeconds() % 60 == 0 ? time.toMinutes() + " min" : target.text();
    }

    private static String said(ServiceAgreement agreement) {
        return "%s %s with %s, from %s%s, availability %s, targets %s"
                .formatted(
                        agreement.kind(),
                        agreement.name(),
                        agreement.party(),
                        agreement.validFrom(),
                        agreement.validUntil() == null ? "" : " until " + agreement.validUntil(),
                        agreement.availability() == null ? "none" : agreement.availability() + " %",
                        agreement.targets().stream()
                                .map(one -> "%s %s %s"
                                        .formatted(
                                                one.priority(),
                                                one.metric().word(),
                                                one.time().text()))
                                .collect(Collectors.joining(", ")));
    }
}
