package org.relevo.handover.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.handover.Handovers;
import org.relevo.handover.knowledge.Knowledge;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.platform.Paper;
import org.relevo.project.Projects;
import org.relevo.rules.TimeTarget;
import org.relevo.service.Agreements;
import org.relevo.service.ServiceTargets;
import org.relevo.service.Services;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;

/** Gathers the dossier of a handover as it stands, and prints it in the reader's language and zone. */
@Component
public class Dossier {

    private final Handovers handovers;
    private final Knowledge knowledge;
    private final Projects projects;
    private final Services services;
    private final ServiceTargets targets;
    private final Agreements agreements;
    private final People people;
    private final Paper paper;
    private final Clock clock;

    Dossier(
            Handovers handovers,
            Knowledge knowledge,
            Projects projects,
            Services services,
            ServiceTargets targets,
            Agreements agreements,
            People people,
            Paper paper,
            Clock clock) {
        this.handovers = handovers;
        this.knowledge = knowledge;
        this.projects = projects;
        this.services = services;
        this.targets = targets;
        this.agreements = agreements;
        this.people = people;
        this.paper = paper;
        this.clock = clock;
    }

    /** What the template calls to say names, days and instants as the reader writes them. */
    public record Said(People people, Locale language, ZoneId zone) {

        public String name(@Nullable String username) {
            return username == null
                    ? "–"
                    : people.find(username).map(Person::name).orElse(username);
        }

        /** With the zone, which a reader on paper cannot look up. */
        public String at(Instant instant) {
            var time = instant.atZone(zone);
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                            .withLocale(language)
                            .format(time)
                    + " "
                    + DateTimeFormatter.ofPattern("z", language).format(time);
        }

        public String day(LocalDate day) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(language)
                    .format(day);
        }

        public String time(TimeTarget target) {
            return Agreements.written(target);
        }
    }

    /** Everything that the dossier says, by the name that its template calls it. */
    public Map<String, Object> contents(WorkItemNumber number, Locale language, ZoneId zone) {
        var handover = handovers.get(number);
        var service = services.find(handover.service()).orElseThrow();
        var team = service.team() == null ? List.<Person>of() : people.membersOf(service.team());
        var criteria = handovers.criteria(number);
        return Map.ofEntries(
                Map.entry("handover", handover),
                Map.entry("project", projects.get(handover.project())),
                Map.entry("service", service),
                Map.entry(
                        "teamName",
                        service.team() == null
                                ? ""
                                : people.team(service.team())
                                        .map(one -> one.name())
                                        .orElse("")),
                Map.entry("team", team),
                Map.entry(
                        "onCall",
                        service.team() == null
                                ? List.<Person>of()
                                : people.onCallOfAllLayers(service.team(), clock.instant())),
                Map.entry("criteria", criteria),
                Map.entry(
                        "waived",
                        criteria.stream().filter(one -> one.waiver() != null).toList()),
                Map.entry("targets", targets.given(service.key())),
                Map.entry("agreements", agreements.validOf(service.key())),
                Map.entry("points", handovers.moved(number)),
                Map.entry("sessions", knowledge.sessions(number)),
                Map.entry("needs", knowledge.needs(number)),
                Map.entry("signatures", handovers.signatures(number)),
                Map.entry("now", clock.instant()),
                Map.entry("said", new Said(people, language, zone)));
    }

    public byte[] print(WorkItemNumber number, Locale language, ZoneId zone) {
        var context = new Context(language);
        contents(number, language, zone).forEach(context::setVariable);
        return paper.print("handover/dossier-pdf", context);
    }
}
