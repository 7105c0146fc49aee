package org.relevo.commitment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.calendar.CalendarRevision;
import org.relevo.calendar.Calendars;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Commitments;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.platform.web.LocalTimes;
import org.relevo.workitem.WorkItems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A commitment with its account of time, line by line, and what another calendar would say. */
@Controller
@RequestMapping("/commitments/{id}")
class CommitmentPages {

    private final Commitments commitments;
    private final Calendars calendars;
    private final WorkItems workItems;
    private final Clock clock;

    CommitmentPages(Commitments commitments, Calendars calendars, WorkItems workItems, Clock clock) {
        this.commitments = commitments;
        this.calendars = calendars;
        this.workItems = workItems;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor who, @PathVariable long id, @RequestParam(defaultValue = "") String calendar, Model model) {
        return page(who, id, calendar, Map.of(), Map.of(), model);
    }

    @PostMapping("/restart")
    String restart(
            Actor who,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String startedAt,
            @RequestParam(defaultValue = "") String because,
            Model model,
            HttpServletResponse response) {
        who.require(Role.SERVICE_MANAGER);
        try {
            var from = LocalTimes.read("startedAt", startedAt);
            if (from == null) {
                throw new Refusal.Invalid("startedAt", "Give the date and time from which it counts.");
            }
            if (because.isBlank()) {
                throw new Refusal.Invalid("because", "Say why it counts from then, and who has agreed.");
            }
            commitments.restart(id, from, because.strip(), who);
            return "redirect:/commitments/" + id;
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(
                    who, id, "", Map.of("startedAt", startedAt, "because", because), FieldProblems.of(refused), model);
        }
    }

    @PostMapping("/report")
    String report(
            Actor who,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response) {
        who.require(Role.SERVICE_MANAGER, Role.PROJECT_MANAGER, Role.AGENT);
        try {
            commitments.report(id, amount(amount), note.isBlank() ? null : note.strip(), who);
            return "redirect:/commitments/" + id;
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(who, id, "", Map.of("amount", amount, "note", note), FieldProblems.of(refused), model);
        }
    }

    private static BigDecimal amount(String typed) {
        try {
            return new BigDecimal(typed.strip().replace(',', '.'));
        } catch (NumberFormatException e) {
            throw new Refusal.Invalid("amount", "Give a number such as 10250 or 10250.50.");
        }
    }

    private String page(
            Actor who, long id, String calendar, Map<String, String> typed, Map<String, String> problems, Model model) {
        var commitment = commitments.get(id);
        var now = clock.instant();
        model.addAttribute("commitment", commitment);
        model.addAttribute("item", workItems.find(commitment.workItem()).orElseThrow());
        model.addAttribute("account", Account.of(commitment.ledger(now)));
        model.addAttribute("calendars", calendars.all());
        model.addAttribute("other", other(commitment, calendar, now));
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        model.addAttribute(
                "agrees", who.has(Role.SERVICE_MANAGER) || who.has(Role.PROJECT_MANAGER) || who.has(Role.ADMIN));
        model.addAttribute("manages", who.has(Role.SERVICE_MANAGER));
        model.addAttribute(
                "reports", who.has(Role.SERVICE_MANAGER) || who.has(Role.PROJECT_MANAGER) || who.has(Role.AGENT));
        return "commitment/commitment";
    }

    /** What another calendar would say. */
    public record Other(CalendarRevision calendar, Instant dueAt) {}

    private @Nullable Other other(Commitment commitment, String calendar, Instant now) {
        return calendars
                .find(calendar)
                .flatMap(found -> commitment.dueBy(found.time(), now).map(due -> new Other(found, due)))
                .orElse(null);
    }
}
