package org.relevo.people.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.relevo.people.AbsenceForm;
import org.relevo.people.Absences;
import org.relevo.people.Actor;
import org.relevo.people.MailReach;
import org.relevo.people.People;
import org.relevo.people.PeopleRegister;
import org.relevo.people.PersonForm;
import org.relevo.people.Role;
import org.relevo.people.Teams;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.platform.web.Zones;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/people")
class PeoplePages {

    private final PeopleRegister register;
    private final People people;
    private final Teams teams;
    private final Absences absences;
    private final ObjectProvider<MailReach> mailReach;
    private final Clock clock;

    PeoplePages(
            PeopleRegister register,
            People people,
            Teams teams,
            Absences absences,
            ObjectProvider<MailReach> mailReach,
            Clock clock) {
        this.register = register;
        this.people = people;
        this.teams = teams;
        this.absences = absences;
        this.mailReach = mailReach;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor by, Model model, Locale locale) {
        var everybody = register.all().stream()
                .collect(Collectors.partitioningBy(e -> e.person().enabled()));
        model.addAttribute("duties", DutyRow.of(teams.duties(clock.instant()), locale));
        model.addAttribute("people", everybody.get(true));
        model.addAttribute(
                "refusing",
                refusing(everybody.getOrDefault(true, List.of()).stream()
                        .map(entry -> entry.person().mail())
                        .toList()));
        model.addAttribute("former", everybody.get(false));
        model.addAttribute("administers", by.has(Role.ADMIN));
        return "people/list";
    }

    @GetMapping("/new")
    String blank(Actor by, Model model) {
        by.require(Role.ADMIN);
        var zone = ZoneId.of("UTC").getId();
        var form = new PersonForm("", "", "", zone, "en", "", Set.of(Role.VIEWER.name()), Set.of(), true, "");
        return page(by, form, "", Map.of(), model);
    }

    @PostMapping
    String create(
            Actor by,
            @ModelAttribute("form") PersonForm form,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        try {
            register.create(by, form);
            return "redirect:/people/" + form.username() + "?saved";
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(by, form, "", FieldProblems.of(refused), model);
        }
    }

    @GetMapping("/{username}")
    String show(Actor by, @PathVariable String username, Model model) {
        var entry = register.get(username);
        var person = entry.person();
        var roles = entry.roles().stream().map(Role::name).collect(Collectors.toCollection(TreeSet::new));
        var manager = person.manager() == null ? "" : person.manager();
        var form = new PersonForm(
                username,
                person.name(),
                person.mail(),
                person.zone().getId(),
                person.language().getLanguage(),
                manager,
                roles,
                entry.teams(),
                person.enabled(),
                "");
        return page(by, form, username, Map.of(), model);
    }

    @PostMapping("/{username}")
    String change(
            Actor by,
            @PathVariable String username,
            @ModelAttribute("form") PersonForm form,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        try {
            register.change(by, username, form);
            return "redirect:/people/" + username + "?saved";
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(by, form, username, FieldProblems.of(refused), model);
        }
    }

    @PostMapping("/{username}/absences")
    String enterAbsence(
            Actor by,
            @PathVariable String username,
            @ModelAttribute("absence") AbsenceForm absence,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        try {
            absences.enter(by, username, absence);
            return "redirect:/people/" + username + "?saved";
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("absenceProblems", FieldProblems.of(refused));
            return show(by, username, model);
        }
    }

    @PostMapping("/{username}/absences/{id}/withdraw")
    String withdrawAbsence(Actor by, @PathVariable String username, @PathVariable long id) {
        absences.withdraw(by, username, id);
        return "redirect:/people/" + username + "?saved";
    }

    private String page(Actor by, PersonForm form, String username, Map<String, String> problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("username", username);
        model.addAttribute("refusing", refusing(List.of(form.mail())));
        model.addAttribute("problems", problems);
        model.addAttribute("administers", by.has(Role.ADMIN));
        model.addAttribute("roles", Role.values());
        model.addAttribute("teams", people.teams());
        model.addAttribute(
                "managers",
                register.all().stream()
                        .map(PeopleRegister.Entry::person)
                        .filter(p -> p.enabled() && !p.username().equals(username))
                        .toList());
        model.addAttribute("zones", Zones.all());
        model.addAttribute("entersAbsences", !username.isEmpty() && Absences.mayEnter(by, username));
        model.addAttribute("absences", absences.of(username));
        people.find(username)
                .ifPresent(person ->
                        model.addAttribute("wall", new WallClock(person.zone(), LocaleContextHolder.getLocale())));
        if (!model.containsAttribute("absence")) {
            model.addAttribute("absence", new AbsenceForm("", "", ""));
        }
        if (!model.containsAttribute("absenceProblems")) {
            model.addAttribute("absenceProblems", Map.of());
        }
        return "people/person";
    }

    private Map<String, String> refusing(List<String> addresses) {
        var reach = mailReach.getIfAvailable();
        return reach == null ? Map.of() : reach.refusing(addresses);
    }
}
