package org.relevo.handover.lineage.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.handover.Handover;
import org.relevo.handover.Handovers;
import org.relevo.handover.lineage.Debt;
import org.relevo.handover.lineage.DebtLedger;
import org.relevo.handover.lineage.DebtReporting;
import org.relevo.handover.lineage.Lineage;
import org.relevo.handover.lineage.LineageEvent;
import org.relevo.handover.lineage.LineageEvent.Kind;
import org.relevo.handover.lineage.Traces;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.platform.web.Paged;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the pages of a lineage show. */
@Component
class LineageView {

    static final Refused FINE = new Refused("", Map.of(), Map.of());
    private static final int MOST_TRACES = 200;

    private final Lineage lineage;
    private final Traces traces;
    private final DebtLedger ledger;
    private final DebtReporting reporting;
    private final Handovers handovers;
    private final WorkItems workItems;
    private final People people;

    LineageView(
            Lineage lineage,
            Traces traces,
            DebtLedger ledger,
            DebtReporting reporting,
            Handovers handovers,
            WorkItems workItems,
            People people) {
        this.lineage = lineage;
        this.traces = traces;
        this.ledger = ledger;
        this.reporting = reporting;
        this.handovers = handovers;
        this.workItems = workItems;
        this.people = people;
    }

    /** A form that was refused: which one, what was typed and what is wrong with it. */
    public record Refused(String form, Map<String, String> typed, Map<String, String> problems) {}

    /** @param newDay whether it begins another day than the one shown before it */
    public record Entry(boolean newDay, String tone, LineageEvent event, String by) {}

    /** A handover of a service, with what it has cost. */
    public record Owing(Handover handover, Debt debt) {}

    void timeline(String service, @Nullable WorkItemNumber handover, @Nullable Kind kind, String page, Model model) {
        var paged = Paged.asked(page, lineage.count(service, handover, kind));
        model.addAttribute("page", paged);
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("entries", entries(lineage.of(service, handover, kind, paged.page(), paged.size())));
    }

    private List<Entry> entries(List<LineageEvent> events) {
        var zone = LocaleContextHolder.getTimeZone().toZoneId();
        var entries = new ArrayList<Entry>();
        Instant before = null;
        for (var event : events) {
            entries.add(new Entry(
                    before == null || !day(before, zone).equals(day(event.at(), zone)), tone(event), event, by(event)));
            before = event.at();
        }
        return entries;
    }

    private static java.time.LocalDate day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }

    private String by(LineageEvent event) {
        return event.by() == null || event.by().equals("relevo") ? "" : name(event.by());
    }

    private String name(String username) {
        return people.find(username).map(Person::name).orElse(username);
    }

    private static String tone(LineageEvent event) {
        return switch (event.what()) {
            case "RESOLVED", "ENDED", "DECIDED" -> "ok";
            case "EXPIRED", "DELIVERED_LATE", "PROMISED_LATER" -> "late";
            default -> "";
        };
    }

    void handover(Actor by, WorkItemNumber number, Model model) {
        var handover = handovers.get(number);
        var found = traces.of(number, MOST_TRACES);
        model.addAttribute("handover", handover);
        model.addAttribute("item", workItems.find(number).orElseThrow());
        model.addAttribute("traces", found);
        model.addAttribute("moreTraces", traces.count(number) - found.size());
        model.addAttribute("causes", traces.causes(number));
        model.addAttribute("debt", ledger.of(number));
        model.addAttribute("standing", reporting.standing(number));
        model.addAttribute("decides", traces.decidedBy(number, by));
        Map<String, String> names = new HashMap<>();
        found.stream()
                .map(one -> one.decidedBy())
                .filter(Objects::nonNull)
                .forEach(username -> names.put(username, name(username)));
        model.addAttribute("names", names);
    }

    void service(String key, Model model) {
        model.addAttribute(
                "owing",
                lineage.handovers(key).stream()
                        .map(one -> new Owing(one, ledger.of(one.number())))
                        .toList());
    }

    /** What was chosen in the filter; what is none of the kinds counts as all. */
    static @Nullable Kind kind(@Nullable String typed) {
        return Arrays.stream(Kind.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(null);
    }
}
