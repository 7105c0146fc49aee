package org.relevo.service.web;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Role;
import org.relevo.people.ServiceManagers;
import org.relevo.people.Team;
import org.relevo.people.Teams;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.service.ServiceCatalogue;
import org.relevo.service.ServiceForm;
import org.relevo.service.Services;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/services")
class ServicePages {

    private final Services services;
    private final ServiceCatalogue catalogue;
    private final ServiceManagers managers;
    private final People people;
    private final Teams teams;
    private final Clock clock;

    ServicePages(
            Services services,
            ServiceCatalogue catalogue,
            ServiceManagers managers,
            People people,
            Teams teams,
            Clock clock) {
        this.services = services;
        this.catalogue = catalogue;
        this.managers = managers;
        this.people = people;
        this.teams = teams;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor by, Model model) {
        model.addAttribute("services", services.all());
        model.addAttribute("teams", people.teams().stream().collect(Collectors.toMap(Team::key, Team::name)));
        model.addAttribute(
                "duties",
                teams.duties(clock.instant()).stream()
                        .collect(Collectors.toMap(duty -> duty.team().key(), Function.identity())));
        model.addAttribute("changes", mayChange(by));
        return "service/list";
    }

    @GetMapping("/new")
    String blank(Actor by, Model model) {
        by.require(Role.ADMIN, Role.SERVICE_MANAGER);
        return page(by, new ServiceForm("", "", "", "bronze", "", "", "", "", ""), "", Map.of(), model);
    }

    @PostMapping
    String create(
            Actor by,
            @ModelAttribute("form") ServiceForm form,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        try {
            catalogue.create(by, form);
            return "redirect:/services/" + form.key() + "?saved";
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(by, form, "", FieldProblems.of(refused), model);
        }
    }

    @GetMapping("/{key}")
    String show(Actor by, @PathVariable String key, Model model) {
        var service = catalogue.get(key);
        var rate = service.rate();
        var form = new ServiceForm(
                key,
                service.name(),
                service.description(),
                service.tier(),
                Optional.ofNullable(service.team()).orElse(""),
                Optional.ofNullable(service.owner()).orElse(""),
                String.join(" ", managers.named(key)),
                rate == null ? "" : rate.amount().toPlainString(),
                rate == null ? "" : rate.currency());
        return page(by, form, key, Map.of(), model);
    }

    @PostMapping("/{key}")
    String change(
            Actor by,
            @PathVariable String key,
            @ModelAttribute("form") ServiceForm form,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        try {
            catalogue.change(by, key, form);
            return "redirect:/services/" + key + "?saved";
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(by, form, key, FieldProblems.of(refused), model);
        }
    }

    private String page(Actor by, ServiceForm form, String key, Map<String, String> problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("key", key);
        model.addAttribute("problems", problems);
        model.addAttribute("changes", mayChange(by));
        model.addAttribute("tiers", ServiceCatalogue.TIERS);
        model.addAttribute("teams", people.teams());
        model.addAttribute(
                "duty",
                people.team(form.team())
                        .map(team -> teams.duty(team.key(), clock.instant()))
                        .orElse(null));
        return "service/service";
    }

    private static boolean mayChange(Actor by) {
        return by.has(Role.ADMIN) || by.has(Role.SERVICE_MANAGER);
    }
}
