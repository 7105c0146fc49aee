package org.relevo.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relevo.incident.Measure.Missing;
import org.relevo.incident.Measured.Held;
import org.relevo.workitem.TimelineEvent;

class MeasuredTest {

    private static final Instant RAISED = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant NOW = minute(300);

    /** An administrator may have named the task otherwise since. */
    private static final Set<String> RESTORING = Set.of("Restore service", "Dienst wiederherstellen");

    private final List<TimelineEvent> timeline = new ArrayList<>();
    private final List<Held> holds = new ArrayList<>();

    @Test
    void nothingHasHappenedYet() {
        happened(0, "RAISED", "Raised: Paint shop stands still");
        assertThat(measured().toAcknowledge()).isEqualTo(Measure.none(Missing.NOT_ACKNOWLEDGED));
        assertThat(measured().toResolve()).isEqualTo(Measure.none(Missing.NOT_RESOLVED));
        assertThat(measured().toWorkaround()).isEqualTo(Measure.none(Missing.NO_WORKAROUND));
        assertThat(measured().onHold()).isEqualTo(Measure.none(Missing.NEVER_HELD));
    }

    @Test
    void itCountsFromRaisedToTheFirstAcknowledgementAndToTheResolution() {
        happened(9, "ACKNOWLEDGED", "Acknowledged by mail");
        happened(30, "ACKNOWLEDGED", "Acknowledged in the inbox");
        happened(120, "RESOLVED", "Resolved: belt replaced");
        assertThat(measured().toAcknowledge().length()).isEqualTo(Duration.ofMinutes(9));
        assertThat(measured().toResolve()).isEqualTo(Measure.from(RAISED, minute(120)));
    }

    @Test
    void whatIsResolvedWithoutAnAcknowledgementOrAWorkaroundNeverHadOne() {
        happened(120, "RESOLVED", "Resolved: went away");
        assertThat(measured().toAcknowledge().missing()).isEqualTo(Missing.NEVER_ACKNOWLEDGED);
        assertThat(measured().toWorkaround().missing()).isEqualTo(Missing.RESOLVED_WITHOUT_WORKAROUND);
    }

    @Test
    void whatLiesBetweenAResolutionAndItsReopeningDoesNotCountAsRestored() {
        happened(60, "RESOLVED", "Resolved: restarted");
        happened(90, "REOPENED", "Reopened: it is back");
        assertThat(measured().toResolve()).isEqualTo(Measure.none(Missing.REOPENED));
        assertThat(measured().reopened()).isEqualTo(1);
        happened(200, "RESOLVED", "Resolved: replaced");
        assertThat(measured().toResolve().length()).isEqualTo(Duration.ofMinutes(200));
        assertThat(measured().reopened()).isEqualTo(1);
    }

    @Test
    void whatIsNotedAfterTheResolutionDoesNotMoveIt() {
        happened(60, "RESOLVED", "Resolved: restarted");
        happened(61, "DUPLICATE_RESOLVED", "INC-7 was resolved with it");
        happened(70, "RESOLVED", "Resolved once more by an import");
        assertThat(measured().toResolve().length()).isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void theWorkaroundIsTheFirstThatWasDeployed() {
        happened(40, "TASK_COMPLETED", "Completed “Restore service”: by hand");
        happened(50, "WORKAROUND_DEPLOYED", "Workaround deployed: line 2 takes over");
        happened(80, "WORKAROUND_DEPLOYED", "Workaround deployed: line 3 too");
        assertThat(measured().toWorkaround().length()).isEqualTo(Duration.ofMinutes(50));
    }

    @Test
    void withoutAWorkaroundTheTaskToRestoreTheServiceCountsAndNoOther() {
        happened(30, "TASK_COMPLETED", "Completed “Find root cause”");
        assertThat(measured().toWorkaround().missing()).isEqualTo(Missing.NO_WORKAROUND);
        happened(40, "TASK_COMPLETED", "Completed “Dienst wiederherstellen”");
        assertThat(measured().toWorkaround().length()).isEqualTo(Duration.ofMinutes(40));
    }

    @Test
    void holdsThatOverlapCountOnceAndNoneCountsOutsideTheIncident() {
        holds.add(new Held(minute(20), minute(50)));
        holds.add(new Held(minute(-10), minute(5)));
        holds.add(new Held(minute(10), minute(30)));
        holds.add(new Held(minute(25), minute(28)));
        holds.add(new Held(minute(290), minute(400)));
        assertThat(measured().onHold().length()).isEqualTo(Duration.ofMinutes(5 + 40 + 10));
        happened(100, "RESOLVED", "Resolved: belt replaced");
        assertThat(measured().onHold().length()).isEqualTo(Duration.ofMinutes(5 + 40));
    }

    @Test
    void anImportedHistoryTellsOnlyWhenItWasResolved() {
        happened(0, "IMPORTED", "Opened: state New.");
        var measured = Measured.of(new Measured.Known(RAISED, minute(77), timeline, holds, RESTORING), NOW);
        assertThat(measured.toResolve().length()).isEqualTo(Duration.ofMinutes(77));
        assertThat(measured.toAcknowledge()).isEqualTo(Measure.none(Missing.NOT_TOLD));
        assertThat(measured.toWorkaround()).isEqualTo(Measure.none(Missing.NOT_TOLD));
    }

    private Measured measured() {
        return Measured.of(new Measured.Known(RAISED, null, timeline, holds, RESTORING), NOW);
    }

    private void happened(int minute, String kind, String text) {
        timeline.add(new TimelineEvent(minute(minute), kind, text, "ana", null));
    }

    private static Instant minute(int minute) {
        return RAISED.plus(Duration.ofMinutes(minute));
    }
}
