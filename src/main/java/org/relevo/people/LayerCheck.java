package org.relevo.people;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.relevo.platform.Refusal.FieldProblem;
import org.springframework.stereotype.Component;

/** What must hold of a layer before it is written; every problem is named at once. */
@Component
class LayerCheck {

    static final int LONGEST = 366;
    private static final int MOST_PLACES = 100;
    private static final int MOST_WINDOWS = 20;

    private final StoredPeople people;

    LayerCheck(StoredPeople people) {
        this.people = people;
    }

    List<FieldProblem> problems(LayerForm form) {
        var problems = new ArrayList<FieldProblem>();
        if (length(form.length()).isEmpty()) {
            problems.add(new FieldProblem("length", "Give a whole number from 1 to %d.".formatted(LONGEST)));
        }
        if (Arrays.stream(Turns.Unit.values()).noneMatch(u -> u.name().equals(form.unit()))) {
            problems.add(new FieldProblem("unit", "Choose hours, days or weeks."));
        }
        if (day(form.startsOn()).isEmpty()) {
            problems.add(new FieldProblem("startsOn", "Give the day of the first handover, such as 2026-01-05."));
        }
        if (time(form.handoverAt()).isEmpty()) {
            problems.add(new FieldProblem("handoverAt", "Give the time of the handover, such as 08:00."));
        }
        places(form.usernames()).ifPresent(text -> problems.add(new FieldProblem("places", text)));
        windows(form.windowLines()).ifPresent(text -> problems.add(new FieldProblem("windows", text)));
        return problems;
    }

    private Optional<String> places(List<String> places) {
        var unknown = places.stream()
                .filter(place -> !people.snapshot().isEnabled(place))
                .toList();
        if (!unknown.isEmpty()) {
            return Optional.of("Not a person who is enabled: %s. Write usernames, one a line."
                    .formatted(String.join(", ", unknown)));
        }
        if (new HashSet<>(places).size() < places.size()) {
            return Optional.of("Somebody is named twice. Each person has one place on a layer.");
        }
        return places.isEmpty() || places.size() > MOST_PLACES
                ? Optional.of("Name 1 to %d people in the order in which they take over.".formatted(MOST_PLACES))
                : Optional.empty();
    }

    private static Optional<String> windows(List<String> lines) {
        var unread = lines.stream().filter(line -> Window.read(line).isEmpty()).findFirst();
        if (unread.isPresent()) {
            return Optional.of("\"%s\" cannot be read. Write days and times, such as Mon-Fri 08:00-18:00, one a line."
                    .formatted(unread.get()));
        }
        return lines.size() > MOST_WINDOWS
                ? Optional.of("Give at most %d lines.".formatted(MOST_WINDOWS))
                : Optional.empty();
    }

    static Optional<Integer> length(String text) {
        return text.matches("[0-9]{1,3}")
                ? Optional.of(Integer.parseInt(text)).filter(n -> n >= 1 && n <= LONGEST)
                : Optional.empty();
    }

    static Optional<LocalDate> day(String text) {
        return parsed(text, LocalDate::parse).filter(day -> day.getYear() >= 1970 && day.getYear() <= 2199);
    }

    static Optional<LocalTime> time(String text) {
        return parsed(text, LocalTime::parse).map(time -> time.withSecond(0).withNano(0));
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(parse.apply(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
