package org.relevo.incident.crisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.relevo.incident.CaseCourse;
import org.relevo.workitem.TimelineEvent;

class SwimLanesTest {

    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void peopleMessagesAndStatesSwimInLanesOfTheirOwn() {
        var lanes = lanes(
                event(0, "RAISED", "Alertmanager"),
                event(1, "ESCALATED", "Relevo"),
                event(2, "ACKNOWLEDGED", "ana"),
                event(3, "COMMENTED", "ben"),
                event(4, "HYPOTHESIS_CONFIRMED", "ana"),
                event(5, "MEETING_CALLED", "process"),
                event(60, "RESOLVED", "ana"));
        assertThat(lanes.rows())
                .extracting(SwimLanes.Row::lane, SwimLanes.Row::who, SwimLanes.Row::events)
                .containsExactly(
                        tuple(Lane.PEOPLE, "Ana", 3),
                        tuple(Lane.PEOPLE, "Ben", 1),
                        tuple(Lane.PEOPLE, "process", 1),
                        tuple(Lane.MESSAGES, null, 1),
                        tuple(Lane.STATES, null, 3));
    }

    @Test
    void eachStateLastsUntilTheNextOne() {
        var lanes = lanes(event(0, "RAISED", "tool"), event(15, "ACKNOWLEDGED", "ana"), event(60, "RESOLVED", "ana"));
        assertThat(lanes.stretches())
                .extracting(SwimLanes.Stretch::state, SwimLanes.Stretch::length)
                .containsExactly(
                        tuple("NEW", Duration.ofMinutes(15)),
                        tuple("ACKNOWLEDGED", Duration.ofMinutes(45)),
                        tuple("RESOLVED", Duration.ofMinutes(30)));
    }

    @Test
    void whatHappensAtOnceIsOneMarkThatCountsIt() {
        var lanes = lanes(
                event(0, "RAISED", "tool"),
                event(30, "COMMENTED", "ana"),
                event(30, "COMMENTED", "ana"),
                event(60, "COMMENTED", "ana"));
        assertThat(lanes.rows().get(0).marks())
                .extracting(mark -> mark.events().size())
                .containsExactly(2, 1);
    }

    @Test
    void everythingStaysWithinThePicture() {
        var lanes = lanes(IntStream.range(0, 5_000)
                .mapToObj(i -> event(i % 90, i % 7 == 0 ? "MAIL_RECEIVED" : "COMMENTED", "person" + i % 40))
                .sorted(java.util.Comparator.comparing(TimelineEvent::at))
                .toArray(TimelineEvent[]::new));
        assertThat(lanes.rows()).hasSizeLessThanOrEqualTo(10);
        assertThat(lanes.rows())
                .flatExtracting(SwimLanes.Row::marks)
                .allSatisfy(mark -> assertThat(mark.x()).isBetween(0.0, 100.0))
                .hasSizeLessThan(1_000);
        assertThat(lanes.ticks())
                .hasSizeBetween(2, 7)
                .allSatisfy(tick -> assertThat(tick.x()).isBetween(0.0, 100.0));
    }

    @Test
    void daysBeginAtMidnightWhereOneLooksAlsoWhenTheClocksChange() {
        var madrid = ZoneId.of("Europe/Madrid");
        var from = Instant.parse("2026-03-27T10:00:00Z");
        var lanes = SwimLanes.of(List.of(), List.of(), from, from.plus(Duration.ofDays(5)), madrid, by -> null);
        assertThat(lanes.ticks())
                .extracting(tick -> tick.at().atZone(madrid).toLocalTime().toString())
                .hasSize(5)
                .containsOnly("00:00");
    }

    @Test
    void theProcessHasALaneWithATrackForWhatGoesOnSideBySide() {
        var lane = process(
                step("Acknowledge incident", true, 0, 5),
                step("Record acknowledgement", false, 5, 5),
                step("Find root cause", true, 5, 40),
                step("Restore service", true, 5, 30),
                step("Confirm restoration", true, 40, 45),
                step("Wait for confirmation", true, 45, null));
        assertThat(lane.tracks())
                .extracting(
                        track -> track.stream().map(ProcessLane.Passage::step).toList())
                .containsExactly(
                        List.of(
                                "Acknowledge incident",
                                "Find root cause",
                                "Confirm restoration",
                                "Wait for confirmation"),
                        List.of("Restore service"));
        assertThat(lane.inOrder())
                .extracting(ProcessLane.Passage::step, ProcessLane.Passage::length, ProcessLane.Passage::ended)
                .startsWith(tuple("Acknowledge incident", Duration.ofMinutes(5), true))
                .endsWith(tuple("Wait for confirmation", Duration.ofMinutes(45), false));
    }

    @Test
    void aStepThatBeganBeforeThePictureIsCutAndOneThatEndedBeforeItIsNotThere() {
        var lane = process(
                step("Acknowledge incident", true, -60, -50),
                step("Restore service", true, -50, 45),
                step("Wait for confirmation", true, 95, null));
        assertThat(lane.inOrder()).singleElement().satisfies(passage -> {
            assertThat(passage.step()).isEqualTo("Restore service");
            assertThat(passage.x()).isBetween(0.0, 3.0);
            assertThat(passage.width()).isBetween(45.0, 50.0);
            assertThat(passage.length()).isEqualTo(Duration.ofMinutes(95));
        });
    }

    @Test
    void howeverManyStepsGoOnSideBySideThePictureKeepsItsHeight() {
        var lane = process(IntStream.range(0, 50)
                .mapToObj(i -> step("Step " + i, true, 0, 80))
                .toArray(CaseCourse.Step[]::new));
        assertThat(lane.tracks()).hasSize(6);
        assertThat(lane.inOrder()).hasSize(50);
    }

    @Test
    void aPictureOfNothingIsEmpty() {
        assertThat(SwimLanes.of(List.of(), List.of(), BEGIN, BEGIN, ZoneOffset.UTC, by -> null)
                        .rows())
                .isEmpty();
    }

    private static SwimLanes lanes(TimelineEvent... events) {
        var all = new ArrayList<>(List.of(events));
        return SwimLanes.of(
                all, List.of(), BEGIN, BEGIN.plus(Duration.ofMinutes(90)), ZoneOffset.UTC, SwimLanesTest::name);
    }

    private static ProcessLane process(CaseCourse.Step... steps) {
        var to = BEGIN.plus(Duration.ofMinutes(90));
        return SwimLanes.of(List.of(), List.of(steps), BEGIN, to, ZoneOffset.UTC, by -> null)
                .process();
    }

    private static CaseCourse.Step step(String name, boolean person, int entered, @Nullable Integer left) {
        return new CaseCourse.Step(
                name,
                name,
                person,
                BEGIN.plus(Duration.ofMinutes(entered)),
                left == null ? null : BEGIN.plus(Duration.ofMinutes(left)));
    }

    private static @Nullable String name(String username) {
        return switch (username) {
            case "ana" -> "Ana";
            case "ben" -> "Ben";
            default -> username.startsWith("person") ? username : null;
        };
    }

    private static TimelineEvent event(int minute, String kind, String by) {
        return new TimelineEvent(BEGIN.plus(Duration.ofMinutes(minute)), kind, kind, by, null);
    }
}
