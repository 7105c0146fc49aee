package org.relevo.people.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.relevo.people.Actor;
import org.relevo.people.LayerForm;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.people.Role;
import org.relevo.people.RotaLayers;
import org.relevo.people.Teams;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One layer of a team's rota, as those who answer for it edit it. */
@Controller
@RequestMapping("/teams/{key}/layers")
class LayerPages {

    private final RotaLayers layers;
    private final Teams teams;
    private final People people;
    private final Clock clock;

    LayerPages(RotaLayers layers, Teams teams, People people, Clock clock) {
        this.layers = layers;
        this.teams = teams;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/new")
    String blank(Actor by, @PathVariable String key, Model model) {
        by.require(Role.ADMIN, Role.SERVICE_MANAGER);
        var today = clock.instant().atZone(teams.get(key).zone()).toLocalDate();
        var form = new LayerForm("1", "WEEKS", today.toString(), "08:00", "", "", layers.version(key));
        return page(key, layers.free(key), form, Map.of(), model);
    }

    @GetMapping("/{layer:[0-9]}")
    String show(Actor by, @PathVariable String key, @PathVariable int layer, Model model) {
        by.require(Role.ADMIN, Role.SERVICE_MANAGER);
        teams.get(key);
        return page(key, layer, layers.form(key, layer), Map.of(), model);
    }

    @PostMapping("/{layer:[0-9]}")
    String save(
            Actor by,
            @PathVariable String key,
            @PathVariable int layer,
            @ModelAttribute("form") LayerForm form,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        try {
            layers.save(by, key, layer, form);
            return "redirect:/teams/" + key + "?saved";
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(key, layer, form, FieldProblems.of(refused), model);
        } catch (Refusal.Conflict refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("conflict", refused.getMessage());
            return page(key, layer, form.at(layers.version(key)), Map.of(), model);
        }
    }

    @PostMapping("/{layer:[0-9]}/remove")
    String remove(
            Actor by,
            @PathVariable String key,
            @PathVariable int layer,
            @RequestParam(defaultValue = "-1") long version) {
        layers.remove(by, key, layer, version);
        return "redirect:/teams/" + key + "?saved";
    }

    private String page(String key, int layer, LayerForm form, Map<String, String> problems, Model model) {
        model.addAttribute("team", teams.get(key));
        model.addAttribute("layer", layer);
        model.addAttribute("fresh", !layers.of(key).contains(layer));
        model.addAttribute("form", form);
        model.addAttribute("units", List.of("HOURS", "DAYS", "WEEKS"));
        model.addAttribute("problems", problems);
        model.addAttribute(
                "members",
                String.join(
                        " ",
                        people.membersOf(key).stream().map(Person::username).toList()));
        return "people/layer";
    }
}
