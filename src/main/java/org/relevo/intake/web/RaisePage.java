package org.relevo.intake.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.RaiseIncident;
import org.relevo.intake.RaisedOnce;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.Choices;
import org.relevo.rules.Rating;
import org.relevo.service.Service;
import org.relevo.service.Services;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The form by which a person raises an incident. */
@Controller
class RaisePage {

    private final RaisedOnce raising;
    private final Services services;

    RaisePage(RaisedOnce raising, Services services) {
        this.raising = raising;
        this.services = services;
    }

    /** What was typed; the key makes a form that is sent twice one incident. */
    record Typed(
            @Nullable String title,
            @Nullable String description,
            @Nullable String service,
            @Nullable String impact,
            @Nullable String urgency,
            @Nullable String key) {

        static Typed nothing() {
            return new Typed("", "", "", "MEDIUM", "MEDIUM", UUID.randomUUID().toString());
        }
    }

    @GetMapping("/incidents/new")
    String form(Model model, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        model.addAttribute("typed", Typed.nothing()).addAttribute("problems", Map.of());
        model.addAttribute("services", alive()).addAttribute("ratings", Rating.values());
        return "intake/raise";
    }

    @PostMapping("/incidents")
    ModelAndView raise(@ModelAttribute Typed typed, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        try {
            return new ModelAndView("redirect:/incidents/"
                    + raising.raise(typed.key(), read(typed), by).number());
        } catch (Refusal.Invalid e) {
            var problems = new HashMap<String, String>();
            e.problems().forEach(problem -> problems.putIfAbsent(problem.field(), problem.message()));
            return new ModelAndView(
                    "intake/raise",
                    Map.of("typed", typed, "problems", problems, "services", alive(), "ratings", Rating.values()),
                    HttpStatus.BAD_REQUEST);
        }
    }

    private List<Service> alive() {
        return services.all().stream().filter(one -> !one.retired()).toList();
    }

    private static RaiseIncident read(Typed typed) {
        var title = text(typed.title());
        if (title.isEmpty()) {
            throw new Refusal.Invalid("title", "An incident needs a title. Say in a few words what does not work.");
        }
        if (title.length() > IncidentsApi.LONGEST_TITLE) {
            throw new Refusal.Invalid("title", "Shorten it to %d characters.".formatted(IncidentsApi.LONGEST_TITLE));
        }
        var description = text(typed.description());
        if (description.length() > IncidentsApi.LONGEST_DESCRIPTION) {
            throw new Refusal.Invalid(
                    "description", "Shorten it to %,d characters.".formatted(IncidentsApi.LONGEST_DESCRIPTION));
        }
        var service = text(typed.service());
        return new RaiseIncident(
                title,
                description,
                Choices.one("impact", typed.impact(), Rating.class),
                Choices.one("urgency", typed.urgency(), Rating.class),
                service.isEmpty() ? null : service,
                "raised in the form");
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replace('\0', ' ').strip();
    }
}
