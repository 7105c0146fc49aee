package org.relevo.inbox.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.relevo.incident.MajorIncidents;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.Choices;
import org.relevo.platform.web.FieldProblems;
import org.relevo.rules.Priority;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Decides whether an incident is a P1: what rules propose, and a priority given by hand. */
@Controller
class MajorPages {

    private final MajorIncidents major;
    private final IncidentView view;

    MajorPages(MajorIncidents major, IncidentView view) {
        this.major = major;
        this.view = view;
    }

    @PostMapping("/incidents/{number}/major/accept")
    String accept(Actor who, @PathVariable String number) {
        who.require(Role.SERVICE_MANAGER, Role.ADMIN);
        major.accept(new WorkItemNumber(number), who);
        return "redirect:/incidents/" + number;
    }

    @PostMapping("/incidents/{number}/major/reject")
    String reject(Actor who, @PathVariable String number, @RequestParam(defaultValue = "") String because) {
        who.require(Role.SERVICE_MANAGER, Role.ADMIN);
        major.reject(new WorkItemNumber(number), because, who);
        return "redirect:/incidents/" + number;
    }

    @GetMapping("/incidents/{number}/priority")
    String ask(Actor who, @PathVariable String number, Model model) {
        who.require(Role.SERVICE_MANAGER, Role.ADMIN);
        return page(number, "", "", Map.of(), model);
    }

    @PostMapping("/incidents/{number}/priority")
    String give(
            Actor who,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String priority,
            @RequestParam(defaultValue = "") String because,
            Model model,
            HttpServletResponse response) {
        who.require(Role.SERVICE_MANAGER, Role.ADMIN);
        try {
            var chosen = Choices.one("priority", priority, Priority.class);
            if (chosen == null) {
                throw new Refusal.Invalid("priority", "Choose the priority that it shall have.");
            }
            major.give(new WorkItemNumber(number), chosen, because, who);
            return "redirect:/incidents/" + number;
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(number, priority, because, FieldProblems.of(refused), model);
        }
    }

    private String page(String number, String priority, String because, Map<String, String> problems, Model model) {
        var item = view.incident(new WorkItemNumber(number));
        model.addAttribute("item", item);
        model.addAttribute("priority", priority);
        model.addAttribute("because", because);
        model.addAttribute("priorities", Priority.values());
        model.addAttribute("problems", problems);
        return "incident/priority";
    }
}
