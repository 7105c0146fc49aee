package org.relevo.people.web;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.relevo.people.Actor;
import org.relevo.people.Overrides;
import org.relevo.people.Role;
import org.relevo.people.RotaLayers;
import org.relevo.people.Rotas;
import org.relevo.people.Swaps;
import org.relevo.people.TeamForm;
import org.relevo.people.Teams;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.platform.web.Zones;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A team with its rota. */
@Controller
@RequestMapping("/teams")
class TeamPages {

    private final Teams teams;
    private final Rotas rotas;
    private final Overrides overrides;
    private final Swaps swaps;
    private final MessageSource messages;
    private final Clock clock;

    TeamPages(Teams teams, Rotas rotas, Overrides overrides, Swaps swaps, MessageSource messages, Clock clock) {
        this.teams = teams;
        this.rotas = rotas;
        this.overrides = overrides;
        this.swaps = swaps;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/new")
    String blank(Actor by, Model model) {
        by.require(Role.ADMIN);
        return newTeam(new TeamForm("", "", "UTC", "", "08:00", ""), Map.of(), model);
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
            return newTeam(form, FieldProblems.of(refused), model);
        }
    }

    @GetMapping("/{key}")
    String show(Actor by, @PathVariable String key, Model model, Locale locale) {
        var team = teams.get(key);
        var form = new TeamForm(key, team.name(), team.zone().getId(), "", "", "");
        return page(by, key, form, Map.of(), model, locale);
    }

    @PostMapping("/{key}")
    String change(
            Actor by,
            @PathVariable String key,
            @ModelAttribute("form") TeamForm form,
            Model model,
            Locale locale,
            jakarta.servlet.http.HttpServletResponse response) {
        try {
            teams.change(by, key, form);
            return "redirect:/teams/" + key + "?saved";
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(by, key, form, FieldProblems.of(refused), model, locale);
        }
    }

    private static String newTeam(TeamForm form, Map<String, String> problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("zones", Zones.all());
        return "people/team-new";
    }

    private String page(Actor by, String key, TeamForm form, Map<String, String> problems, Model model, Locale locale) {
        var now = clock.instant();
        var duty = teams.duty(key, now);
        var wall = new WallClock(duty.team().zone(), locale);
        var from = RotaWeeks.begin(now, wall);
        var to = RotaWeeks.end(now, wall);
        var gaps = rotas.gaps(key, now, to);
        var layers = duty.layers().stream().map(Teams.LayerDuty::layer).toList();
        var nobody = messages.getMessage("rota.nobody", null, locale);
        model.addAttribute("team", duty.team());
        model.addAttribute("duty", DutyRow.of(duty, locale));
        model.addAttribute("wall", wall);
        model.addAttribute("rota", RotaWeeks.of(layers, rotas.shifts(key, from, to), gaps, nobody, now, wall));
        model.addAttribute("gaps", GapRows.of(gaps, wall));
        model.addAttribute("overrides", overrides.of(key));
        model.addAttribute("swaps", swaps.open(key));
        model.addAttribute("me", by.name());
        model.addAttribute("edits", RotaLayers.mayEdit(by));
        model.addAttribute("givesAway", Overrides.mayMake(by, key));
        model.addAttribute("administers", by.has(Role.ADMIN));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("zones", Zones.all());
        return "people/team";
    }
}
