package org.relevo.intake.mail;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Actors;
import org.relevo.people.Role;
import org.relevo.platform.web.Choices;
import org.relevo.platform.web.NavigationEntry;
import org.relevo.platform.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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

    MailInPage(MailInRows rows, MailInTask.MailRounds rounds, IntakeAddress address, Actors actors) {
        this.rows = rows;
        this.rounds = rounds;
        this.address = address;
        this.actors = actors;
    }

    @GetMapping("/mail-in")
    String list(@RequestParam(required = false) @Nullable String outcome, Model model, Actor by) {
        by.require(READERS);
        var chosen = Choices.one("outcome", outcome, Outcome.class);
        var round = rounds.round();
        model.addAttribute("mails", rows.newest(chosen, SHOWN)).addAttribute("chosen", chosen);
        model.addAttribute("outcomes", Outcome.values()).addAttribute("address", address.address());
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
