package org.relevo.commitment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.relevo.calendar.Calendars;
import org.relevo.commitment.CalendarUses;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.Choices;
import org.relevo.platform.web.FieldProblems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who counts by which calendar. */
@Controller
@RequestMapping("/calendar-uses")
class CalendarUsePages {

    private final CalendarUses uses;
    private final Calendars calendars;

    CalendarUsePages(CalendarUses uses, Calendars calendars) {
        this.uses = uses;
        this.calendars = calendars;
    }

    @GetMapping
    String list(Actor who, Model model) {
        return page(who, Map.of(), Map.of(), model);
    }

    @PostMapping
    String set(
            Actor who,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String calendar,
            Model model,
            HttpServletResponse response) {
        who.require(Role.SERVICE_MANAGER, Role.ADMIN);
        try {
            var chosen = Choices.one("kind", kind, CalendarUses.Kind.class);
            if (chosen == null) {
                throw new Refusal.Invalid("kind", "Choose whose calendar it is.");
            }
            uses.set(chosen, subject.strip(), calendar, who);
            return "redirect:/calendar-uses?saved";
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(
                    who,
                    Map.of("kind", kind, "subject", subject, "calendar", calendar),
                    FieldProblems.of(refused),
                    model);
        }
    }

    private String page(Actor who, Map<String, String> typed, Map<String, String> problems, Model model) {
        model.addAttribute("uses", uses.all());
        model.addAttribute("kinds", List.of(CalendarUses.Kind.values()));
        model.addAttribute("calendars", calendars.all());
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        model.addAttribute("changes", who.has(Role.SERVICE_MANAGER) || who.has(Role.ADMIN));
        return "commitment/uses";
    }
}
