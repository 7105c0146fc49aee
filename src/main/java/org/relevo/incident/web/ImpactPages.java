package org.relevo.incident.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.ChangeImpact;
import org.relevo.incident.Impacts;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.service.Services;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Says whom and what an incident affects. */
@Controller
@RequestMapping("/incidents/{number}/impact")
class ImpactPages {

    private final Impacts impacts;
    private final Services services;
    private final WorkItems workItems;

    ImpactPages(Impacts impacts, Services services, WorkItems workItems) {
        this.impacts = impacts;
        this.services = services;
        this.workItems = workItems;
    }

    /** What is typed: sites are one a line. */
    public record Typed(List<String> services, String sites, String users, String inWords, int version) {}

    @GetMapping
    String ask(Actor who, @PathVariable String number, Model model) {
        who.require(Role.AGENT, Role.SERVICE_MANAGER);
        var impact = impacts.of(new WorkItemNumber(number));
        var users = impact.users();
        var typed = new Typed(
                impact.services(),
                String.join("\n", impact.sites()),
                users == null ? "" : users.toString(),
                impact.inWords(),
                impact.version());
        return page(number, typed, Map.of(), null, model);
    }

    @PostMapping
    String change(
            Actor who,
            @PathVariable String number,
            @RequestParam(defaultValue = "") List<String> services,
            @RequestParam(defaultValue = "") String sites,
            @RequestParam(defaultValue = "") String users,
            @RequestParam(defaultValue = "") String inWords,
            @RequestParam(defaultValue = "0") String version,
            Model model,
            HttpServletResponse response) {
        who.require(Role.AGENT, Role.SERVICE_MANAGER);
        var incident = new WorkItemNumber(number);
        var typed = new Typed(services, sites, users.strip(), inWords, seen(version));
        try {
            var to = new ChangeImpact(services, sites.lines().toList(), users(typed.users()), inWords, typed.version());
            impacts.change(incident, to, who);
            return "redirect:/incidents/" + incident;
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(number, typed, FieldProblems.of(refused), null, model);
        } catch (Refusal.Conflict refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(number, typed, Map.of(), refused.getMessage(), model);
        }
    }

    /** The version that was read; one that cannot be read is none, so that nothing newer is written over. */
    private static int seen(String version) {
        return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0;
    }

    private static @Nullable Integer users(String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        var digits = typed.replaceAll("[\\s.,'\\x{a0}\\x{202f}]", "");
        if (!digits.matches("[0-9]{1,9}")) {
            throw new Refusal.Invalid("users", "Give a whole number such as 120, or leave it blank.");
        }
        return Integer.valueOf(digits);
    }

    private String page(
            String number, Typed typed, Map<String, String> problems, @Nullable String refused, Model model) {
        var item = workItems
                .find(new WorkItemNumber(number))
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no incident %s. Look for it in the list of incidents.".formatted(number)));
        model.addAttribute("item", item);
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        model.addAttribute("refused", refused);
        model.addAttribute(
                "services",
                services.all().stream()
                        .filter(service -> !service.key().equals(item.service()))
                        .toList());
        return "incident/impact";
    }
}
