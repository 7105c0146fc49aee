package org.relevo.notification.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.notification.MailLog;
import org.relevo.people.Actor;
import org.relevo.people.Actors;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.NavigationEntry;
import org.relevo.platform.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The log of all mail, with a way to send again what was not delivered. */
@Controller
@RequestMapping("/mail-log")
class MailLogPages implements NavigationEntry {

    private static final List<String> STATES = List.of(
            "PENDING",
            "SENDING",
            "RETRYING",
            "DEFERRED",
            "SENT",
            "DIGESTED",
            "UNWANTED",
            "REFUSED",
            "DEAD",
            "CANCELLED");

    private final MailLog log;
    private final Actors actors;

    MailLogPages(MailLog log, Actors actors) {
        this.log = log;
        this.actors = actors;
    }

    @GetMapping
    String list(Actor by, @ModelAttribute("query") MailQuery query, Model model) {
        var filter = query.filter(STATES);
        var page = MailPage.asked(query.number(), log.count(by, filter));
        model.addAttribute("mails", log.list(by, filter, MailPage.SIZE, page.offset()));
        model.addAttribute("page", page);
        model.addAttribute("states", STATES);
        model.addAttribute("undelivered", log.undelivered(by));
        model.addAttribute("administers", by.has(Role.ADMIN));
        return "mail/log";
    }

    @GetMapping("/{id:[0-9]+}")
    String one(Actor by, @PathVariable long id, Model model) {
        return show(by, id, null, model);
    }

    @PostMapping("/{id:[0-9]+}/send-again")
    String sendAgain(Actor by, @PathVariable long id, Model model, jakarta.servlet.http.HttpServletResponse response) {
        try {
            log.sendAgain(by, id);
            return "redirect:/mail-log/" + id;
        } catch (Refusal.Conflict refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(by, id, refused.getMessage(), model);
        }
    }

    private String show(Actor by, long id, @Nullable String refused, Model model) {
        model.addAttribute("mail", log.get(by, id));
        model.addAttribute("attempts", log.attempts(by, id));
        model.addAttribute("refused", refused);
        return "mail/logged";
    }

    @Override
    public String key() {
        return "mailLog";
    }

    @Override
    public String path() {
        return "/mail-log";
    }

    @Override
    public boolean present() {
        return true;
    }

    @Override
    public boolean presentTo(Viewer viewer) {
        return actors.of(viewer.username())
                .filter(who -> who.has(Role.ADMIN) || who.has(Role.SERVICE_MANAGER))
                .isPresent();
    }
}
