package org.relevo.inbox.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.relevo.incident.Closure;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Confirms that a resolved incident is one, or opens it again. */
@Controller
class ClosurePages {

    private final Closure closure;
    private final IncidentView view;

    ClosurePages(Closure closure, IncidentView view) {
        this.closure = closure;
        this.view = view;
    }

    @PostMapping("/incidents/{number}/confirm")
    String confirm(Actor who, @PathVariable String number) {
        closure.confirm(new WorkItemNumber(number), who);
        return "redirect:/incidents/" + number;
    }

    @GetMapping("/incidents/{number}/reopen")
    String ask(Actor who, @PathVariable String number, Model model) {
        if (!who.name().equals(view.incident(new WorkItemNumber(number)).raisedBy())) {
            who.require(Role.AGENT, Role.SERVICE_MANAGER);
        }
        return page(number, "", "", Map.of(), model);
    }

    @PostMapping("/incidents/{number}/reopen")
    String reopen(
            Actor who,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String worked,
            @RequestParam(defaultValue = "") String because,
            Model model,
            HttpServletResponse response) {
        try {
            if (!worked.equals("yes") && !worked.equals("no")) {
                throw new Refusal.Invalid(
                        "worked", "Say whether the service worked in between: it decides what counts.");
            }
            closure.reopen(new WorkItemNumber(number), worked.equals("yes"), because, who);
            return "redirect:/incidents/" + number;
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(number, worked, because, FieldProblems.of(refused), model);
        }
    }

    private String page(String number, String worked, String because, Map<String, String> problems, Model model) {
        var item = view.incident(new WorkItemNumber(number));
        model.addAttribute("item", item);
        model.addAttribute("closing", closure.of(item.number()).orElse(null));
        model.addAttribute("worked", worked);
        model.addAttribute("because", because);
        model.addAttribute("problems", problems);
        return "incident/reopen";
    }
}
