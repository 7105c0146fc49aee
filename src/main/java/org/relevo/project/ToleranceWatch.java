package org.relevo.project;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Commitments;
import org.relevo.people.Actor;
import org.relevo.rules.Agreement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds what projects are forecast to be against their tolerances, whenever it changes: in the transaction of the change, so
 * that what is shown and what is owed are never two things.
 */
@Component
class ToleranceWatch {

    private static final Actor WATCH = Actor.system("tolerance watch");

    private final List<Outlooks> outlooks;
    private final DefaultTolerances defaults;
    private final ProjectTolerances tolerances;
    private final ProjectCases cases;
    private final Commitments commitments;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ToleranceWatch(
            List<Outlooks> outlooks,
            DefaultTolerances defaults,
            ProjectTolerances tolerances,
            ProjectCases cases,
            Commitments commitments,
            JdbcTemplate jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.outlooks = outlooks;
        this.defaults = defaults;
        this.tolerances = tolerances;
        this.cases = cases;
        this.commitments = commitments;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void on(OutlookChanged changed) {
        look(changed.project());
    }

    @Transactional
    public void look(String key) {
        var project = cases.locked(key);
        var today = project.today(clock);
        jdbc.update("update project set looked_on = ? where key = ?", today, project.key());
        if (project.active()) {
            var now = clock.instant();
            outlooks.stream()
                    .flatMap(one -> one.of(project.key(), today).stream())
                    .forEach(one -> defaults.of(project, one, now).ifPresent(t -> hold(project, one, t, now)));
            events.publishEvent(new ProjectLooked(project.key(), now));
        }
    }

    private void hold(Project project, Outlook outlook, Tolerance tolerance, Instant now) {
        var allowed = tolerance.allowed(outlook.baseline());
        // Where nothing is promised there is nothing to depart from.
        if (allowed.signum() <= 0) {
            return;
        }
        var deviation = new Deviation(project, outlook, allowed);
        var before = tolerances.watch(tolerance.id());
        var carried = carry(project, deviation, tolerance, now);
        var forecast = since(before.forecastSince(), deviation.forecastExceeded(), now);
        var actual = since(before.actualSince(), deviation.actualExceeded(), now);
        tolerances.watch(tolerance.id(), new ProjectTolerances.Watch(carried, forecast, actual));
        if (before.actualSince() == null && actual != null) {
            exceeded(deviation, tolerance, false, now);
        } else if (before.actualSince() == null && before.forecastSince() == null && forecast != null) {
            exceeded(deviation, tolerance, true, now);
        } else if ((before.forecastSince() != null || before.actualSince() != null)
                && forecast == null
                && actual == null) {
            cases.tell(
                    project,
                    "TOLERANCE_KEPT",
                    "Within the tolerance again",
                    WATCH.name(),
                    deviation.sentence(tolerance));
        }
        events.publishEvent(new ToleranceMeasured(
                project.key(),
                tolerance,
                outlook,
                allowed,
                forecast != null,
                actual != null,
                deviation.sentence(tolerance),
                now));
    }

    private static @Nullable Instant since(@Nullable Instant before, boolean exceeded, Instant now) {
        return exceeded ? Objects.requireNonNullElse(before, now) : null;
    }

    private void exceeded(Deviation deviation, Tolerance tolerance, boolean forecast, Instant now) {
        var project = deviation.project();
        var sentence = deviation.sentence(tolerance);
        cases.tell(
                project,
                "TOLERANCE_EXCEEDED",
                forecast ? "A tolerance is forecast to be exceeded" : "A tolerance is exceeded",
                WATCH.name(),
                sentence);
        events.publishEvent(new ToleranceExceeded(
                project.key(),
                ProjectCases.number(project),
                tolerance.id(),
                deviation.outlook(),
                forecast,
                tolerance.level(),
                sentence,
                now));
    }

    /** Reports to the commitments that carry a tolerance; what was promised otherwise before is no longer owed. */
    private List<Long> carry(Project project, Deviation deviation, Tolerance tolerance, Instant now) {
        var running = running(tolerance);
        var kept = new ArrayList<Long>();
        for (var wanted : deviation.carried()) {
            var amount = wanted.amount();
            var same = running.stream()
                    .filter(one -> one.metric() == wanted.metric() && one.amount() != null)
                    .filter(one -> same(one, amount.baseline(), amount.tolerance(), tolerance))
                    .findFirst();
            if (same.isPresent()) {
                kept.add(same.get().id());
                var reported = same.get().amount();
                if (reported == null || reported.current().compareTo(amount.current()) != 0) {
                    commitments.report(
                            same.get().id(),
                            amount.current(),
                            deviation.outlook().because(),
                            WATCH);
                }
            } else {
                running.stream()
                        .filter(one -> one.metric() == wanted.metric())
                        .forEach(one -> commitments.cancel(one.id(), now));
                var opened = commitments.open(
                        ProjectCases.number(project),
                        Agreement.SLA,
                        wanted.metric(),
                        amount,
                        defaults.checkpoints(
                                wanted.metric(), deviation.outlook().baseline()),
                        tolerance.reason(),
                        WATCH);
                kept.add(opened.id());
            }
        }
        return kept;
    }

    private static boolean same(
            Commitment one, java.math.BigDecimal baseline, java.math.BigDecimal allowed, Tolerance tolerance) {
        var amount = Objects.requireNonNull(one.amount());
        return amount.baseline().compareTo(baseline) == 0
                && amount.tolerance().compareTo(allowed) == 0
                && Objects.equals(one.because(), tolerance.reason());
    }

    /** Those that carry this tolerance, or carried one in whose place it was set. */
    private List<Commitment> running(Tolerance tolerance) {
        var ids = new HashSet<>(jdbc.queryForList(
                """
                select unnest(w.commitments) from project_tolerance_watch w join project_tolerance t on t.id = w.tolerance
                where t.project = ? and t.dimension = ? and t.stage is not distinct from ?
                """, Long.class, tolerance.project(), tolerance.dimension().name(), tolerance.stage()));
        return ids.stream().map(commitments::get).filter(Commitment::running).toList();
    }
}
