package org.relevo.handover.knowledge;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;

/** A session as it was typed, when nothing is wrong with it. */
record SessionForm(
        String topic,
        String agenda,
        Instant startsAt,
        ZoneId zone,
        int minutes,
        String trainer,
        @Nullable String material,
        List<String> receivers) {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    static SessionForm of(Map<String, String> typed, People people) {
        var problems = new ArrayList<FieldProblem>();
        var topic = text(typed, "topic", 200, problems);
        var agenda = text(typed, "agenda", 4_000, problems);
        var zone = zone(typed, problems);
        var starts = starts(typed, zone, problems);
        var minutes = minutes(typed, problems);
        var trainer = person(typed, "trainer", people, problems);
        var material = link(typed, problems);
        var receivers = chosen(typed, "receivers");
        receivers.stream()
                .filter(one -> people.find(one).filter(Person::enabled).isEmpty())
                .forEach(one -> problems.add(new FieldProblem("receivers", "There is nobody %s.".formatted(one))));
        if (receivers.isEmpty()) {
            problems.add(new FieldProblem("receivers", "Invite at least one person."));
        }
        if (receivers.contains(trainer)) {
            problems.add(new FieldProblem("receivers", "The trainer does not receive. Invite somebody else."));
        }
        check(problems);
        return new SessionForm(topic, agenda, starts, zone, minutes, trainer, material, List.copyOf(receivers));
    }

    static void check(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
    }

    static String text(Map<String, String> typed, String field, int longest, List<FieldProblem> problems) {
        var text = typed.getOrDefault(field, "").strip();
        if (text.isEmpty() || text.length() > longest) {
            problems.add(new FieldProblem(field, "Say it in 1 to %,d characters.".formatted(longest)));
        }
        return text;
    }

    static String person(Map<String, String> typed, String field, People people, List<FieldProblem> problems) {
        var named = typed.getOrDefault(field, "").strip();
        if (people.find(named).filter(Person::enabled).isEmpty()) {
            problems.add(new FieldProblem(field, "Choose somebody of the list."));
        }
        return named;
    }

    static LocalDate day(Map<String, String> typed, String field, List<FieldProblem> problems) {
        try {
            var day = LocalDate.parse(typed.getOrDefault(field, "").strip());
            if (!day.isBefore(EARLIEST) && day.isBefore(LATEST)) {
                return day;
            }
        } catch (DateTimeException e) {
            // said below
        }
        problems.add(new FieldProblem(field, "Give a date from 2000 to 2199, such as 2027-01-31."));
        return EARLIEST;
    }

    /** Who was ticked on a page, {@code field.username}, or named over HTTP, separated by commas. */
    static TreeSet<String> chosen(Map<String, String> typed, String field) {
        var chosen = new TreeSet<String>();
        for (var one : typed.getOrDefault(field, "").split(",")) {
            if (!one.isBlank()) {
                chosen.add(one.strip());
            }
        }
        typed.keySet().stream()
                .filter(key -> key.startsWith(field + "."))
                .forEach(key -> chosen.add(key.substring(field.length() + 1)));
        return chosen;
    }

    private static ZoneId zone(Map<String, String> typed, List<FieldProblem> problems) {
        try {
            return ZoneId.of(typed.getOrDefault("zone", "").strip());
        } catch (DateTimeException e) {
            problems.add(new FieldProblem("zone", "Give a time zone such as Europe/Madrid."));
            return java.time.ZoneOffset.UTC;
        }
    }

    private static Instant starts(Map<String, String> typed, ZoneId zone, List<FieldProblem> problems) {
        try {
            var local = LocalDateTime.parse(typed.getOrDefault("startsAt", "").strip());
            if (!local.toLocalDate().isBefore(EARLIEST) && local.toLocalDate().isBefore(LATEST)) {
                return local.atZone(zone).toInstant();
            }
        } catch (DateTimeException e) {
            // said below
        }
        problems.add(new FieldProblem("startsAt", "Give a date and a time such as 2027-01-31T14:20."));
        return Instant.EPOCH;
    }

    private static int minutes(Map<String, String> typed, List<FieldProblem> problems) {
        var text = typed.getOrDefault("minutes", "").strip();
        var minutes = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (minutes < 5 || minutes > 600) {
            problems.add(new FieldProblem("minutes", "Give a whole number of minutes from 5 to 600."));
        }
        return minutes;
    }

    private static @Nullable String link(Map<String, String> typed, List<FieldProblem> problems) {
        var link = typed.getOrDefault("material", "").strip();
        if (!link.isEmpty() && !link.matches("https?://[^\\s\"'<>]{1,1000}")) {
            problems.add(new FieldProblem("material", "Give an address that begins with https://, or leave it blank."));
        }
        return link.isEmpty() ? null : link;
    }
}
