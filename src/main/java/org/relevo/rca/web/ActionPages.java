package org.relevo.rca.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Commitments;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.Paged;
import org.relevo.rca.Actions;
import org.relevo.rca.CorrectiveAction;
import org.relevo.service.Services;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The corrective actions by what is due first, and what was preventable. */
@Controller
class ActionPages {

    private final Actions actions;
    private final RcaPages pages;
    private final Commitments commitments;
    private final People people;
    private final Services services;
    private final Clock clock;

    ActionPages(
            Actions actions, RcaPages pages, Commitments commitments, People people, Services services, Clock clock) {
        this.actions = actions;
        this.pages = pages;
        this.commitments = commitments;
        this.people = people;
        this.services = services;
        this.clock = clock;
    }

    /** An action in the list. */
    record Row(CorrectiveAction action, @Nullable Commitment clock, boolean mayEnd) {
        public Duration age(Instant now) {
            return Duration.between(action.plannedAt(), now);
        }
    }

    @GetMapping("/actions")
    ModelAndView list(Actor who, @ModelAttribute ActionQuery query) {
        var names = new Callings(people, services);
        var sheet = Paged.asked(query.pageOr(), actions.count(query.filter()));
        var found = actions.find(query.filter(), sheet.page(), Paged.SIZE);
        var clocks = commitments.of(found.stream().map(CorrectiveAction::number).toList());
        var works = who.has(Role.AGENT) || who.has(Role.SERVICE_MANAGER);
        var owners = new TreeMap<String, String>();
        actions.owners().forEach(owner -> owners.put(names.person(owner), owner));
        var model = new HashMap<String, @Nullable Object>();
        model.put(
                "rows",
                found.stream()
                        .map(action -> new Row(
                                action,
                                nearest(clocks.getOrDefault(action.number(), List.of())),
                                works || who.name().equals(action.owner())))
                        .toList());
        model.put("page", sheet);
        model.put("query", query);
        model.put("names", names);
        model.put("owners", owners);
        model.put("open", actions.count(new Actions.Filter(true, null, null)));
        model.put("preventable", actions.preventable());
        return new ModelAndView("rca/actions", model);
    }

    private @Nullable Commitment nearest(List<Commitment> of) {
        return of.stream()
                .filter(Commitment::running)
                .min(Comparator.comparing(c -> c.dueAt(clock.instant()).orElse(Instant.MAX)))
                .orElse(null);
    }

    @GetMapping("/actions/{number}")
    String action(@PathVariable String number) {
        var found = get(new WorkItemNumber(number));
        return "redirect:%s#%s".formatted(found.rca().page(), found.number());
    }

    @PostMapping("/actions/{number}/done")
    ModelAndView done(Actor who, @PathVariable String number, @RequestParam(defaultValue = "") String note) {
        var known = get(new WorkItemNumber(number));
        try {
            actions.done(known.number(), note, who);
            return new ModelAndView(
                    "redirect:/rcas/{rca}#{number}",
                    Map.of("rca", known.rca().value(), "number", known.number().value()));
        } catch (Refusal.Conflict | Refusal.Invalid refused) {
            return pages.page(who, known.rca(), refused, "done " + known.number(), note);
        }
    }

    private CorrectiveAction get(WorkItemNumber number) {
        return actions.find(number)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no corrective action %s. Look for it in the list of actions.".formatted(number)));
    }
}
