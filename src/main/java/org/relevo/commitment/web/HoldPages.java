package org.relevo.commitment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.relevo.commitment.Commitments;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.platform.web.LocalTimes;
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

/** Puts the commitments of a case on hold and resumes them, now or in retrospect. */
@Controller
@RequestMapping("/incidents/{number}")
class HoldPages {

    private final Commitments commitments;
    private final WorkItems workItems;
    private final Clock clock;

    HoldPages(Commitments commitments, WorkItems workItems, Clock clock) {
        this.commitments = commitments;
        this.workItems = workItems;
        this.clock = clock;
    }

    @GetMapping("/hold")
    String ask(Actor who, @PathVariable String number, Model model) {
        who.require(Role.AGENT, Role.SERVICE_MANAGER);
        return page(number, Map.of(), Map.of(), model);
    }

    @PostMapping("/hold")
    String hold(
            Actor who,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String because,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Model model,
            HttpServletResponse response) {
        who.require(Role.AGENT, Role.SERVICE_MANAGER);
        try {
            var begun = Objects.requireNonNullElse(LocalTimes.read("from", from), clock.instant());
            var held = commitments.hold(
                    new WorkItemNumber(number), begun, LocalTimes.read("to", to), because.strip(), who);
            if (held == 0) {
                throw new Refusal.Conflict(
                        "%s has no running commitment that may stand still; the table of targets says which may."
                                .formatted(number));
            }
            return "redirect:/incidents/" + number;
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(number, Map.of("because", because, "from", from, "to", to), FieldProblems.of(refused), model);
        }
    }

    @PostMapping("/resume")
    String resume(
            Actor who,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String at,
            Model model,
            HttpServletResponse response) {
        who.require(Role.AGENT, Role.SERVICE_MANAGER);
        try {
            var ended = Objects.requireNonNullElse(LocalTimes.read("at", at), clock.instant());
            if (commitments.resume(new WorkItemNumber(number), ended, who) == 0) {
                throw new Refusal.Conflict("%s is not on hold. Reload its page.".formatted(number));
            }
            return "redirect:/incidents/" + number;
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(number, Map.of("at", at), FieldProblems.of(refused), model);
        }
    }

    private String page(String number, Map<String, String> typed, Map<String, String> problems, Model model) {
        var item = workItems
                .find(new WorkItemNumber(number))
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no incident %s. Look for it in the list of incidents.".formatted(number)));
        var now = clock.instant();
        var all = commitments.of(item.number());
        model.addAttribute("item", item);
        model.addAttribute(
                "holdable",
                all.stream().filter(c -> c.running() && c.holdable()).toList());
        model.addAttribute(
                "held",
                all.stream().filter(c -> c.running() && c.hold(now).isPresent()).toList());
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        return "commitment/hold";
    }
}
