package org.relevo.incident.communication.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.relevo.incident.communication.Communication;
import org.relevo.incident.communication.Draft;
import org.relevo.incident.communication.Sent;
import org.relevo.incident.communication.Updates;
import org.relevo.incident.communication.Written;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.rules.UpdateAudience;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is told of an incident: the plan, the next update, its drafts and those that were sent. */
@Controller
@RequestMapping("/incidents/{number}/communication")
class CommunicationPages {

    private final Updates updates;
    private final People people;

    CommunicationPages(Updates updates, People people) {
        this.updates = updates;
        this.people = people;
    }

    @GetMapping
    String show(Actor who, @PathVariable String number, Model model) {
        var known = updates.of(new WorkItemNumber(number), zone());
        var owed = known.drafts().stream().anyMatch(Draft::owed);
        var typed = new HashMap<String, String>();
        var chosen = known.drafts().stream()
                .filter(draft -> draft.owed() || !owed)
                .map(draft -> draft.audience().name())
                .collect(Collectors.toSet());
        drafted(known, typed);
        return page(who, known, known.follows(), chosen, typed, model);
    }

    @PostMapping
    String write(
            Actor who,
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int follows,
            @RequestParam(defaultValue = "") Set<String> tell,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "send") String step,
            Model model,
            HttpServletResponse response) {
        who.require(Role.AGENT, Role.SERVICE_MANAGER);
        var wanted = new WorkItemNumber(number);
        var written = Arrays.stream(UpdateAudience.values())
                .filter(audience -> tell.contains(audience.name()))
                .map(audience -> new Written(
                        audience,
                        typed.getOrDefault("subject." + audience, ""),
                        typed.getOrDefault("body." + audience, "")))
                .toList();
        try {
            if (!step.equals("send")) {
                model.addAttribute("preview", step.equals("preview") ? updates.preview(who, wanted, written) : null);
            } else {
                var sent = updates.send(who, wanted, follows, written);
                return "redirect:/incidents/" + number + "/communication?sent=" + sent.number();
            }
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problems", FieldProblems.of(refused));
        } catch (Refusal.Conflict refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refused", refused.getMessage());
        }
        var known = updates.of(wanted, zone());
        // What was refused is to be read beside what is known now, and can then be sent after it.
        var last = model.containsAttribute("refused") ? known.follows() : follows;
        return page(who, known, last, tell, new HashMap<>(typed), model);
    }

    private static void drafted(Communication known, Map<String, String> typed) {
        for (var draft : known.drafts()) {
            typed.put("subject." + draft.audience(), draft.subject());
            typed.put("body." + draft.audience(), draft.body());
        }
    }

    private String page(
            Actor who, Communication known, int follows, Set<String> chosen, Map<String, String> typed, Model model) {
        model.addAttribute("known", known);
        model.addAttribute("item", known.item());
        model.addAttribute("follows", follows);
        model.addAttribute("chosen", chosen);
        model.addAttribute("typed", typed);
        model.addAttribute("writes", Updates.mayWrite(who));
        model.addAttribute("manages", who.has(Role.SERVICE_MANAGER) || who.has(Role.ADMIN));
        model.addAttribute("insider", Communication.showsRecipients(who));
        model.addAttribute("names", names(known));
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", Map.of());
        }
        return "communication/communication";
    }

    private Map<String, String> names(Communication known) {
        var usernames = known.history().stream()
                .flatMap(sent -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(sent.update().by()),
                        sent.receipts().stream().map(Sent.Receipt::username)))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return usernames.stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> people.find(name).map(Person::name).orElse(name)));
    }

    private static ZoneId zone() {
        return LocaleContextHolder.getTimeZone().toZoneId();
    }
}
