package org.relevo.intake.mail;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Actors;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.Choices;
import org.relevo.platform.web.NavigationEntry;
import org.relevo.platform.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What came in by mail and what became of each, so that nothing is dropped unseen. */
@Controller
class MailInPage implements NavigationEntry {

    private static final int SHOWN = 200;
    private static final Role[] READERS = {Role.ADMIN, Role.SERVICE_MANAGER};

    private final MailInRows rows;
    private final MailInTask.MailRounds rounds;
    private final IntakeAddress address;
    private final Actors actors;
    private final AnotherTry anotherTry;

    MailInPage(
            MailInRows rows,
            MailInTask.MailRounds rounds,
            IntakeAddress address,
            Actors actors,
            AnotherTry anotherTry) {
        this.rows = rows;
        this.rounds = rounds;
        this.address = address;
        this.actors = actors;
        this.anotherTry = anotherTry;
    }

    @GetMapping("/mail-in")
    String list(@RequestParam(required = false) @Nullable String outcome, Model model, Actor by) {
        by.require(READERS);
        return list(Choices.one("outcome", outcome, Outcome.class), null, model);
    }

    @PostMapping("/mail-in/{id:[0-9]+}/try-again")
    String tryAgain(@PathVariable long id, Model model, HttpServletResponse response, Actor by) {
        try {
            anotherTry.of(id, by);
            return "redirect:/mail-in";
        } catch (Refusal.Conflict refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return list(null, refused.getMessage(), model);
        }
    }

    private String list(@Nullable Outcome chosen, @Nullable String refused, Model model) {
        var round = rounds.round();
        model.addAttribute("mails", rows.newest(chosen, SHOWN)).addAttribute("chosen", chosen);
        model.addAttribute("outcomes", Outcome.values()).addAttribute("address", address.address());
        model.addAttribute("refused", refused);
        model.addAttribute("mailbox", round.map(MailRound::mailbox).orElse(null));
        model.addAttribute("standing", round.map(MailRound::standing).orElse(null));
        model.addAttribute("smtp", rounds.catcherSmtp().orElse(null));
        return "intake/mail-in";
    }

    @Override
    public String key() {
        return "mail-in";
    }

    @Override
    public String path() {
        return "/mail-in";
    }

    @Override
    public boolean present() {
        return true;
    }

    @Override
    public boolean presentTo(Viewer viewer) {
        return actors.of(viewer.username())
                .filter(who -> Arrays.stream(READERS).anyMatch(who::has))
                .isPresent();
    }
}
