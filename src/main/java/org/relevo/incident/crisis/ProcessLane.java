package org.relevo.incident.crisis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.relevo.incident.CaseCourse.Step;

/**
 * Which step the process was in from when to when. Steps side by side have a track each.
 *
 * @param tracks from the top; in each of them one passage follows another
 */
public record ProcessLane(List<List<Passage>> tracks) {

    private static final int MOST_TRACKS = 6;

    /**
     * A time in one step.
     *
     * @param ended whether the process has left it
     */
    public record Passage(String step, double x, double width, Instant from, Instant to, boolean ended) {

        public Duration length() {
            return Duration.between(from, to);
        }
    }

    static ProcessLane of(List<Step> steps, Scale scale) {
        var tracks = new ArrayList<List<Passage>>();
        steps.stream()
                .filter(ProcessLane::takesTime)
                .sorted(Comparator.comparing(Step::entered))
                .flatMap(step -> passage(step, scale))
                .forEach(passage -> track(tracks, passage).add(passage));
        return new ProcessLane(tracks.stream().map(List::copyOf).toList());
    }

    /** What a machine does in no time is not seen in a picture. */
    private static boolean takesTime(Step step) {
        return step.person() || step.left() == null || step.spent(step.left()).toSeconds() > 0;
    }

    private static Stream<Passage> passage(Step step, Scale scale) {
        if (step.entered().isAfter(scale.to())) {
            return Stream.empty();
        }
        var to = step.left() == null ? scale.to() : step.left();
        return scale
                .stretch(step.name(), step.entered(), to)
                .map(bar -> new Passage(step.name(), bar.x(), bar.width(), step.entered(), to, step.left() != null))
                .stream();
    }

    /** The first track whose last passage is over by then; where there are very many, the last one takes the rest. */
    private static List<Passage> track(List<List<Passage>> tracks, Passage passage) {
        for (var track : tracks) {
            if (!track.get(track.size() - 1).to().isAfter(passage.from())) {
                return track;
            }
        }
        if (tracks.size() == MOST_TRACKS) {
            return tracks.get(MOST_TRACKS - 1);
        }
        tracks.add(new ArrayList<>());
        return tracks.get(tracks.size() - 1);
    }

    /** All of them in the order in which the process came to them. */
    public List<Passage> inOrder() {
        return tracks.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Passage::from))
                .toList();
    }
}
