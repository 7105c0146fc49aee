package org.relevo.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.Agreement;
import org.relevo.rules.Metric;
import org.relevo.rules.Priority;
import org.relevo.rules.TimeTarget;

/**
 * What was agreed of a service with somebody.
 *
 * @param kind with customers, between teams, or with a supplier
 * @param party the customer, team or supplier, by name
 * @param availability percent of a month; null where none was agreed
 * @param validUntil its last day; null where it has no end
 * @param noticeDays how many days before its end it must be given notice; null where none was agreed
 * @param document address of what was signed
 */
public record ServiceAgreement(
        long id,
        String service,
        Agreement kind,
        String name,
        String party,
        @Nullable BigDecimal availability,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable Integer noticeDays,
        @Nullable String document,
        List<Target> targets) {

    /** A time that was agreed for cases of a priority. */
    public record Target(Priority priority, Metric metric, TimeTarget time) {}

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }

    public Optional<TimeTarget> target(Priority priority, Metric metric) {
        return targets.stream()
                .filter(one -> one.priority() == priority && one.metric() == metric)
                .map(Target::time)
                .findFirst();
    }

    /** The last day on which notice can be given; null where it has no end or no notice was agreed. */
    public @Nullable LocalDate noticeBy() {
        return validUntil == null || noticeDays == null ? null : validUntil.minusDays(noticeDays);
    }
}
