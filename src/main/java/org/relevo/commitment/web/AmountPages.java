package org.relevo.commitment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.relevo.commitment.AmountForm;
import org.relevo.commitment.Tolerances;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.rules.Agreement;
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

/** Enters a tolerance on an amount of a case. */
@Controller
@RequestMapping("/incidents/{number}/amounts")
class AmountPages {

    private static final AmountForm EMPTY = new AmountForm("BUDGET", "SLA", "", "", "", "EUR", "50;75;100", "");

    private final Tolerances tolerances;
    private final WorkItems workItems;

    AmountPages(Tolerances tolerances, WorkItems workItems) {
        this.tolerances = tolerances;
        this.workItems = workItems;
    }

    @GetMapping
    String ask(Actor who, @PathVariable String number, Model model) {
        Tolerances.require(who);
        return page(number, EMPTY, Map.of(), model);
    }

    @PostMapping
    String open(
            Actor who,
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Tolerances.require(who);
        var form = form(typed);
        try {
            var opened = tolerances.open(new WorkItemNumber(number), form, who);
            return "redirect:/commitments/" + opened.id();
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(number, form, FieldProblems.of(refused), model);
        }
    }

    static AmountForm form(Map<String, String> typed) {
        return new AmountForm(
                typed.getOrDefault("metric", ""),
                typed.getOrDefault("agreement", ""),
                typed.getOrDefault("baseline", ""),
                typed.getOrDefault("tolerance", ""),
                typed.getOrDefault("current", ""),
                typed.getOrDefault("unit", ""),
                typed.getOrDefault("checkpoints", ""),
                typed.getOrDefault("because", ""));
    }

    private String page(String number, AmountForm form, Map<String, String> problems, Model model) {
        var item = workItems
                .find(new WorkItemNumber(number))
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no incident %s. Look for it in the list of incidents.".formatted(number)));
        model.addAttribute("item", item);
        model.addAttribute("form", form);
        model.addAttribute("metrics", AmountForm.metrics());
        model.addAttribute("agreements", Agreement.values());
        model.addAttribute("problems", problems);
        return "commitment/amount";
    }
}
