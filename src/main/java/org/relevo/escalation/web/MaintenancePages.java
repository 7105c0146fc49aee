package org.relevo.escalation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.relevo.escalation.MaintenanceWindows;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.platform.web.LocalTimes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Plans the times in which escalations wait. */
@Controller
class MaintenancePages {

    private final MaintenanceWindows windows;

    MaintenancePages(MaintenanceWindows windows) {
        this.windows = windows;
    }

    @GetMapping("/maintenance")
    String list(Actor who, Model model) {
        return page(who, Map.of(), Map.of(), model);
    }

    @PostMapping("/maintenance")
    String plan(
            Actor who,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String because,
            Model model,
            HttpServletResponse response) {
        who.require(Role.SERVICE_MANAGER, Role.ADMIN);
        try {
            windows.plan(
                    service.isBlank() ? null : service.strip(),
                    LocalTimes.read("from", from),
                    LocalTimes.read("to", to),
                    because,
                    who);
            return "redirect:/maintenance?saved";
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(
                    who,
                    Map.of("service", service, "from", from, "to", to, "because", because),
                    FieldProblems.of(refused),
                    model);
        }
    }

    @PostMapping("/maintenance/{id}/end")
    String end(Actor who, @PathVariable long id) {
        windows.end(id, who);
        return "redirect:/maintenance";
    }

    private String page(Actor who, Map<String, String> typed, Map<String, String> problems, Model model) {
        model.addAttribute("windows", windows.all());
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        model.addAttribute("plans", who.has(Role.SERVICE_MANAGER) || who.has(Role.ADMIN));
        return "escalation/maintenance";
    }
}
