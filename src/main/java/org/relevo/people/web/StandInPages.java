package org.relevo.people.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.relevo.people.Actor;
import org.relevo.people.OverrideForm;
import org.relevo.people.Overrides;
import org.relevo.people.PeopleRegister;
import org.relevo.people.Person;
import org.relevo.people.RotaLayers;
import org.relevo.people.Rotas;
import org.relevo.people.Shift;
import org.relevo.people.SwapForm;
import org.relevo.people.Swaps;
import org.relevo.people.Teams;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who stands in for whom: overrides and swaps. */
@Controller
@RequestMapping("/teams/{key}")
class StandInPages {

    private final Overrides overrides;
    private final Swaps swaps;
    private final Rotas rotas;
    private final RotaLayers layers;
    private final Teams teams;
    private final PeopleRegister register;
    private final MessageSource messages;
    private final Clock clock;

    StandInPages(
            Overrides overrides,
            Swaps swaps,
            Rotas rotas,
            RotaLayers layers,
            Teams teams,
            PeopleRegister register,
            MessageSource messages,
            Clock clock) {
        this.overrides = overrides;
        this.swaps = swaps;
        this.rotas = rotas;
        this.layers = layers;
        this.teams = teams;
        this.register = register;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/overrides/new")
    String newOverride(Actor by, @PathVariable String key, Model model) {
        Overrides.require(by, key);
        return override(key, new OverrideForm("1", "", "", "", ""), Map.of(), model);
    }

    @PostMapping("/overrides")
    String makeOverride(
            Actor by,
            @PathVariable String key,
            @ModelAttribute("form") OverrideForm form,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        try {
            overrides.make(by, key, form);
            return "redirect:/teams/" + key + "?saved";
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return override(key, form, FieldProblems.of(refused), model);
        }
    }

    @PostMapping("/overrides/{id}/withdraw")
    String withdrawOverride(Actor by, @PathVariable String key, @PathVariable long id) {
        overrides.withdraw(by, key, id);
        return "redirect:/teams/" + key + "?saved";
    }

    @GetMapping("/swaps/new")
    String newSwap(Actor by, @PathVariable String key, Model model, Locale locale) {
        Overrides.require(by, key);
        return swap(by, key, new SwapForm("", "", ""), Map.of(), model, locale);
    }

    @PostMapping("/swaps")
    String askSwap(
            Actor by,
            @PathVariable String key,
            @ModelAttribute("form") SwapForm form,
            Model model,
            Locale locale,
            jakarta.servlet.http.HttpServletResponse response) {
        try {
            swaps.ask(by, key, form);
            return "redirect:/teams/" + key + (RotaLayers.mayEdit(by) ? "?saved" : "?asked");
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return swap(by, key, form, FieldProblems.of(refused), model, locale);
        }
    }

    @PostMapping("/swaps/{id}/accept")
    String acceptSwap(Actor by, @PathVariable String key, @PathVariable long id) {
        swaps.accept(by, key, id);
        return "redirect:/teams/" + key + "?saved";
    }

    @PostMapping("/swaps/{id}/decline")
    String declineSwap(Actor by, @PathVariable String key, @PathVariable long id) {
        swaps.decline(by, key, id);
        return "redirect:/teams/" + key + "?saved";
    }

    @PostMapping("/swaps/{id}/withdraw")
    String withdrawSwap(Actor by, @PathVariable String key, @PathVariable long id) {
        swaps.withdraw(by, key, id);
        return "redirect:/teams/" + key + "?saved";
    }

    private String override(String key, OverrideForm form, Map<String, String> problems, Model model) {
        model.addAttribute("team", teams.get(key));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("layers", layers.of(key));
        model.addAttribute(
                "people",
                register.all().stream()
                        .map(PeopleRegister.Entry::person)
                        .filter(Person::enabled)
                        .toList());
        return "people/override";
    }

    private String swap(Actor by, String key, SwapForm form, Map<String, String> problems, Model model, Locale locale) {
        var team = teams.get(key);
        var now = clock.instant();
        var wall = new WallClock(team.zone(), locale);
        var shifts = rotas.shifts(key, now, now.plus(Swaps.AHEAD));
        var given = shifts.stream()
                .filter(shift ->
                        RotaLayers.mayEdit(by) || shift.person().username().equals(by.name()))
                .toList();
        var taken = shifts.stream()
                .filter(shift ->
                        RotaLayers.mayEdit(by) || !shift.person().username().equals(by.name()))
                .toList();
        model.addAttribute("team", team);
        model.addAttribute("form", form.theirs().isEmpty() ? suggested(form, given, taken) : form);
        model.addAttribute("problems", problems);
        model.addAttribute("edits", RotaLayers.mayEdit(by));
        model.addAttribute("given", choices(given, wall));
        model.addAttribute("taken", choices(taken, wall));
        return "people/swap";
    }

    /** The first two shifts that could be exchanged. */
    private static SwapForm suggested(SwapForm form, List<Shift> given, List<Shift> taken) {
        return given.stream()
                .findFirst()
                .flatMap(mine -> taken.stream()
                        .filter(theirs -> !theirs.person().equals(mine.person()))
                        .findFirst()
                        .map(theirs -> new SwapForm(SwapForm.written(mine), SwapForm.written(theirs), form.reason())))
                .orElse(form);
    }

    private List<Choice> choices(List<Shift> shifts, WallClock wall) {
        return shifts.stream()
                .map(shift -> new Choice(
                        SwapForm.written(shift),
                        "%s · %s · %d"
                                .formatted(shift.person().name(), wall.span(shift.from(), shift.to()), shift.layer())))
                .toList();
    }

    record Choice(String value, String text) {}
}
