package org.relevo.rca;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.service.Service;
import org.relevo.service.Services;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;

/** What stands on the paper: the analysis with names instead of usernames, and times as the reader writes them. */
@Component
class PrintedRca {

    private final RcaReading reading;
    private final People people;
    private final Services services;

    PrintedRca(RcaReading reading, People people, Services services) {
        this.reading = reading;
        this.people = people;
        this.services = services;
    }

    /** A section with its heading, and its text line by line. */
    public record Part(Section section, List<List<Piece>> lines) {}

    /** Says times and names on paper. */
    public record Words(Locale language, ZoneId zone, People people) {

        public String at(Instant at) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(language)
                    .format(at.atZone(zone));
        }

        public String date(@Nullable Instant at) {
            return at == null
                    ? "–"
                    : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                            .withLocale(language)
                            .format(at.minusSeconds(1).atZone(zone));
        }

        public String span(Instant from, Instant to) {
            var length = Duration.between(from, to);
            return length.toHours() > 0
                    ? "%d h %d min".formatted(length.toHours(), length.toMinutesPart())
                    : length.toMinutes() > 0 ? "%d min".formatted(length.toMinutes()) : "< 1 min";
        }

        public String person(@Nullable String username) {
            return username == null
                    ? "–"
                    : people.find(username).map(Person::name).orElse(username);
        }
    }

    Context context(WorkItemNumber number, Locale language, ZoneId zone) {
        var rca = reading.get(number);
        var item = reading.item(number);
        var content = reading.content(number);
        var context = new Context(language);
        context.setVariable("rca", rca);
        context.setVariable("item", item);
        context.setVariable("incident", reading.item(rca.incident()));
        context.setVariable("content", content);
        context.setVariable(
                "service",
                Optional.ofNullable(item.service())
                        .flatMap(services::find)
                        .map(Service::name)
                        .orElse("–"));
        context.setVariable(
                "parts",
                Arrays.stream(Section.values())
                        .map(section -> new Part(section, Piece.lines(content.text(section), content.events())))
                        .filter(part -> !part.lines().isEmpty())
                        .toList());
        context.setVariable("causeUnknown", content.text(Section.ROOT_CAUSE).isBlank());
        context.setVariable("words", new Words(language, zone, people));
        context.setVariable("zone", zone.getId());
        return context;
    }
}
