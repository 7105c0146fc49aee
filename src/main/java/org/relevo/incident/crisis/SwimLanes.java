package org.relevo.incident.crisis;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.CaseCourse;
import org.relevo.workitem.TimelineEvent;

/**
 * A timeline as a picture: a row for each person, one for messages, one for states, and the steps of the process. Places are
 * shares of the width in percent, so that the picture fits every screen.
 *
 * @param stretches how long the case was in each state
 * @param process how long its process was in each step
 */
public record SwimLanes(
        Instant from, Instant to, List<Row> rows, List<Stretch> stretches, ProcessLane process, List<Tick> ticks) {

    private static final int MOST_PEOPLE = 8;

    /** A row of marks. */
    public record Row(Lane lane, @Nullable String who, List<Mark> marks) {

        public int events() {
            return marks.stream().mapToInt(mark -> mark.events().size()).sum();
        }

        public Instant first() {
            return marks.get(0).events().get(0).at();
        }

        public Instant last() {
            var mark = marks.get(marks.size() - 1).events();
            return mark.get(mark.size() - 1).at();
        }
    }

    /** What happened in so short a time that it is one mark. */
    public record Mark(double x, List<TimelineEvent> events) {

        /** The first few, which are said where one points at it. */
        public List<TimelineEvent> few() {
            return events.subList(0, Math.min(5, events.size()));
        }

        public String tone() {
            var tones = events.stream().map(event -> Tone.of(event.kind())).toList();
            return Stream.of("late", "ok", "go")
                    .filter(tones::contains)
                    .findFirst()
                    .orElse("");
        }
    }

    /** A time in one state. */
    public record Stretch(String state, double x, double width, Instant from, Instant to) {

        public Duration length() {
            return Duration.between(from, to);
        }
    }

    public record Tick(double x, Instant at) {}

    /**
     * @param events oldest first
     * @param steps those of the process
     * @param from where the picture begins
     * @param to where it ends
     * @param zone in which times of day are round
     * @param person the name of the person whom a username means; null for what is no person
     */
    public static SwimLanes of(
            List<TimelineEvent> events,
            List<CaseCourse.Step> steps,
            Instant from,
            Instant to,
            ZoneId zone,
            Function<String, @Nullable String> person) {
        var end = to.isAfter(from) ? to : from.plusSeconds(60);
        var scale = new Scale(from, end, zone);
        var people = new LinkedHashMap<String, List<TimelineEvent>>();
        var others = new TreeMap<Lane, List<TimelineEvent>>();
        for (var event : events) {
            if (event.at().isBefore(from) || event.at().isAfter(end)) {
                continue;
            }
            var name = person.apply(event.by());
            var lane = Lane.of(event, by -> name != null);
            if (lane == Lane.PEOPLE || name != null && lane == Lane.STATES) {
                people.computeIfAbsent(name == null ? event.by() : name, key -> new ArrayList<>())
                        .add(event);
            }
            if (lane != Lane.PEOPLE) {
                others.computeIfAbsent(lane, key -> new ArrayList<>()).add(event);
            }
        }
        var rows = new ArrayList<Row>();
        rows.addAll(people(people, scale));
        others.forEach((lane, some) -> rows.add(new Row(lane, null, scale.marks(some))));
        return new SwimLanes(
                from, end, List.copyOf(rows), stretches(events, scale), ProcessLane.of(steps, scale), scale.ticks());
    }

    /** The busiest have a row each, in the order in which they came; the rest share one. */
    private static List<Row> people(Map<String, List<TimelineEvent>> people, Scale scale) {
        var busiest = people.entrySet().stream()
                .sorted((one, other) -> other.getValue().size() - one.getValue().size())
                .limit(people.size() > MOST_PEOPLE ? MOST_PEOPLE - 1 : MOST_PEOPLE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        var rows = people.entrySet().stream()
                .filter(one -> busiest.contains(one.getKey()))
                .map(one -> new Row(Lane.PEOPLE, one.getKey(), scale.marks(one.getValue())))
                .collect(Collectors.toCollection(ArrayList::new));
        var rest = people.entrySet().stream()
                .filter(one -> !busiest.contains(one.getKey()))
                .flatMap(one -> one.getValue().stream())
                .sorted(java.util.Comparator.comparing(TimelineEvent::at))
                .toList();
        if (!rest.isEmpty()) {
            rows.add(new Row(Lane.PEOPLE, null, scale.marks(rest)));
        }
        return rows;
    }

    private static List<Stretch> stretches(List<TimelineEvent> events, Scale scale) {
        var stretches = new ArrayList<Stretch>();
        String state = null;
        Instant since = null;
        for (var event : events) {
            var next = state(event.kind());
            if (next == null || next.equals(state)) {
                continue;
            }
            if (state != null && since != null) {
                scale.stretch(state, since, event.at()).ifPresent(stretches::add);
            }
            state = next;
            since = event.at();
        }
        if (state != null && since != null) {
            scale.stretch(state, since, scale.to()).ifPresent(stretches::add);
        }
        return List.copyOf(stretches);
    }

    private static @Nullable String state(String kind) {
        return switch (kind) {
            case "RAISED" -> "NEW";
            case "ACKNOWLEDGED", "REOPENED" -> "ACKNOWLEDGED";
            case "RESOLVED" -> "RESOLVED";
            case "CLOSED" -> "CLOSED";
            default -> null;
        };
    }
}
