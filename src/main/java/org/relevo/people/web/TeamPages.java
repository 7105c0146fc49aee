package org.relevo.people.web;

import java.time.ZoneId;
import java.util.Map;
import java.util.TreeSet;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.people.TeamForm;
import org.relevo.people.Teams;
import org.relevo.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/teams")
class TeamPages {

    private final Teams teams;

    TeamPages(Teams teams) {
        this.teams = teams;
    }

    @GetMapping("/new")
    String blank(Actor by, Model model) {
        by.require(Role.ADMIN);
        return page(new TeamForm("", "", "UTC", "", "08:00", ""), "", Map.of(), model);
    }

    @PostMapping
    String create(
            Actor by,
            @ModelAttribute("form") TeamForm form,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        try {
            teams.create(by, form);
            return "redirect:/people?saved";
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(form, "", FieldProblems.byField(refused), model);
        }
    }

    @GetMapping("/{key}")
    String show(Actor by, @PathVariable String key, Model model) {
        by.require(Role.ADMIN);
        var team = teams.get(key);
        return page(new TeamForm(key, team.name(), team.zone().getId(), "", "", ""), key, Map.of(), model);
    }

    @PostMapping("/{key}")
    String change(
            Actor by,
            @PathVariable String key,
            @ModelAttribute("form") TeamForm form,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        try {
            teams.change(by, key, form);
            return "redirect:/people?saved";
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(form, key, FieldProblems.byField(refused), model);
        }
    }

    private static String page(TeamForm form, String key, Map<String, String> problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("key", key);
        model.addAttribute("problems", problems);
        model.addAttribute("zones", new TreeSet<>(ZoneId.getAvailableZoneIds()));
        return "people/team";
    }
}
