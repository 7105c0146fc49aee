package org.relevo.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.relevo.calendar.CalendarRevised;
import org.relevo.calendar.Calendars;
import org.relevo.incident.Incidents;
import org.relevo.incident.RaiseIncident;
import org.relevo.people.Actor;
import org.relevo.rules.Metric;
import org.relevo.rules.Rating;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class CalendarChangeTest {

    @Autowired
    Incidents incidents;

    @Autowired
    Commitments commitments;

    @Autowired
    Calendars calendars;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    DueWork dueWork;

    @Autowired
    SettableClock clock;

    @Test
    void whatWasUsedStaysUsedAndTheRestIsCountedByTheNewRevision() {
        var incident = incidents.raise(
                new RaiseIncident("Badge readers are slow", "", Rating.LOW, Rating.MEDIUM, "sap", "by hand"),
                Actor.system("test"));
        clock.advance(Duration.ofHours(2));
        var before = resolution(incident.number());
        var counted = before.term().orElseThrow();
        var other = calendars.all().stream()
                .filter(calendar -> calendar.id() != counted.revision())
                .findFirst()
                .orElseThrow();
        transactions.executeWithoutResult(status -> events.publishEvent(
                new CalendarRevised(counted.calendar(), counted.revision(), other.id(), clock.instant())));
        assertThat(resolution(incident.number()).terms()).hasSize(1);

        dueWork.now();

        var after = resolution(incident.number());
        assertThat(after.terms()).hasSize(2);
        assertThat(after.terms().get(1).from()).isEqualTo(clock.instant());
        assertThat(after.used(clock.instant())).isEqualTo(before.used(clock.instant()));
        assertThat(after.cycle()).isEqualTo(before.cycle());
        undo(counted, other.id());
    }

    /** Other tests' commitments go back to the calendar that they had. */
    private void undo(Term counted, long revision) {
        transactions.executeWithoutResult(status -> events.publishEvent(
                new CalendarRevised(counted.calendar(), revision, counted.revision(), clock.instant())));
        dueWork.now();
    }

    private Commitment resolution(org.relevo.workitem.WorkItemNumber number) {
        return commitments.of(number).stream()
                .filter(c -> c.metric() == Metric.RESOLUTION)
                .findFirst()
                .orElseThrow();
    }
}
