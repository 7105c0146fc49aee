package org.relevo.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.relevo.people.AbsenceForm;
import org.relevo.people.Absences;
import org.relevo.people.Actor;
import org.relevo.people.CalendarAddresses;
import org.relevo.people.PeopleRegister;
import org.relevo.people.Rotas;
import org.relevo.people.Swaps;
import org.relevo.people.signin.OwnPassword;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What belongs to the person who looks: shifts, absences, the calendar's address, the password. */
@Controller
@RequestMapping("/account")
class AccountPages {

    private static final Duration AHEAD = Duration.ofDays(13 * 7);
    private static final int MOST_SHIFTS = 20;

    private final Rotas rotas;
    private final Swaps swaps;
    private final Absences absences;
    private final CalendarAddresses addresses;
    private final OwnPassword passwords;
    private final PeopleRegister register;
    private final String publicUrl;
    private final Clock clock;

    AccountPages(
            Rotas rotas,
            Swaps swaps,
            Absences absences,
            CalendarAddresses addresses,
            OwnPassword passwords,
            PeopleRegister register,
            @Value("${relevo.public-url:http://localhost:${server.port:8080}}") String publicUrl,
            Clock clock) {
        this.rotas = rotas;
        this.swaps = swaps;
        this.absences = absences;
        this.addresses = addresses;
        this.passwords = passwords;
        this.register = register;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor by, Model model, Locale locale) {
        return page(by, new AbsenceForm("", "", ""), Map.of(), model, locale);
    }

    /** Answers with the page itself rather than with a redirect: the address is shown this once. */
    @PostMapping("/calendar")
    String renewAddress(Actor by, Model model, Locale locale, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        var secret = addresses.renew(by);
        model.addAttribute("address", "%s/oncall/%s.ics".formatted(publicUrl.replaceAll("/+$", ""), secret));
        return page(by, new AbsenceForm("", "", ""), Map.of(), model, locale);
    }

    @PostMapping("/password")
    String changePassword(
            Actor by,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String again,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var session = request.getSession().getId();
            passwords.change(by, present, wanted, again, request.getRemoteAddr(), session);
            return "redirect:/account?password";
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(by, new AbsenceForm("", "", ""), FieldProblems.of(refused), model, locale);
        }
    }

    @PostMapping("/absences")
    String enterAbsence(
            Actor by,
            @ModelAttribute("absence") AbsenceForm form,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            absences.enter(by, by.name(), form);
            return "redirect:/account?saved";
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(by, form, FieldProblems.of(refused), model, locale);
        }
    }

    @PostMapping("/absences/{id}/withdraw")
    String withdrawAbsence(Actor by, @PathVariable long id) {
        absences.withdraw(by, by.name(), id);
        return "redirect:/account?saved";
    }

    private String page(Actor by, AbsenceForm form, Map<String, String> problems, Model model, Locale locale) {
        var now = clock.instant();
        var person = register.get(by.name()).person();
        var shifts = rotas.shiftsOf(by.name(), now, now.plus(AHEAD));
        model.addAttribute("person", person);
        model.addAttribute("wall", new WallClock(person.zone(), locale));
        model.addAttribute("shifts", shifts.stream().limit(MOST_SHIFTS).toList());
        model.addAttribute("moreShifts", Math.max(0, shifts.size() - MOST_SHIFTS));
        model.addAttribute("swaps", swaps.waitingFor(by.name()));
        model.addAttribute("absences", absences.of(by.name()));
        model.addAttribute("madeAt", addresses.madeAt(by.name()).orElse(null));
        model.addAttribute("absence", form);
        model.addAttribute("problems", problems);
        return "people/account";
    }
}
