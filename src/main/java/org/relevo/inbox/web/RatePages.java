package org.relevo.inbox.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.Incidents;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.Choices;
import org.relevo.platform.web.FieldProblems;
import org.relevo.rules.Rating;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Rates an incident anew: what is known of its impact and urgency has changed. */
@Controller
class RatePages {

    private final Incidents incidents;
    private final IncidentView view;

    RatePages(Incidents incidents, IncidentView view) {
        this.incidents = incidents;
        this.view = view;
    }

    @GetMapping("/incidents/{number}/rate")
    String ask(Actor who, @PathVariable String number, Model model) {
        who.require(Role.AGENT, Role.SERVICE_MANAGER);
        var item = view.incident(new WorkItemNumber(number));
        return page(item, word(item.impact()), word(item.urgency()), "", Map.of(), model);
    }

    @PostMapping("/incidents/{number}/rate")
    String rate(
            Actor who,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String impact,
            @RequestParam(defaultValue = "") String urgency,
            @RequestParam(defaultValue = "") String because,
            Model model,
            HttpServletResponse response) {
        who.require(Role.AGENT, Role.SERVICE_MANAGER);
        try {
            incidents.rate(
                    new WorkItemNumber(number),
                    Choices.one("impact", impact, Rating.class),
                    Choices.one("urgency", urgency, Rating.class),
                    because,
                    who);
            return "redirect:/incidents/" + number;
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(
                    view.incident(new WorkItemNumber(number)),
                    impact,
                    urgency,
                    because,
                    FieldProblems.of(refused),
                    model);
        }
    }

    private static String page(
            WorkItem item, String impact, String urgency, String because, Map<String, String> problems, Model model) {
        model.addAttribute("item", item);
        model.addAttribute("impact", impact);
        model.addAttribute("urgency", urgency);
        model.addAttribute("because", because);
        model.addAttribute("ratings", Rating.values());
        model.addAttribute("problems", problems);
        return "incident/rate";
    }

    private static String word(@Nullable Rating rating) {
        return rating == null ? "" : rating.name();
    }
}
