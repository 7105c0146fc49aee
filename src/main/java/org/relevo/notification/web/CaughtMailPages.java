package org.relevo.notification.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.notification.CaughtMails;
import org.relevo.notification.CaughtMails.CaughtMail;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.NavigationEntry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The mail that this Relevo caught instead of sending it, where a mail catcher runs. */
@Controller
class CaughtMailPages implements NavigationEntry {

    private static final int SHOWN = 200;
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    /** A mail is a stranger's page: it runs nothing, loads nothing and is shown in our own frame alone. */
    private static final String CONTENT =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none';"
                    + " base-uri 'none'; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation allow-popups";

    private final ObjectProvider<CaughtMails> caught;

    CaughtMailPages(ObjectProvider<CaughtMails> caught) {
        this.caught = caught;
    }

    @GetMapping("/mail")
    String list(Model model) {
        var newest = mails().newest(SHOWN);
        return show(model, newest, newest.isEmpty() ? null : newest.get(0), false);
    }

    @GetMapping("/mail/{id}")
    String one(@PathVariable String id, Model model) {
        return show(model, mails().newest(SHOWN), mail(id), true);
    }

    @GetMapping("/mail/{id}/html")
    ResponseEntity<String> html(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .header("Content-Security-Policy", CONTENT)
                .header("X-Frame-Options", "SAMEORIGIN")
                // A link in a mail opens in place of the whole page, as it would in a mail program.
                .body("<!DOCTYPE html><base target=\"_top\">" + mail(id).html());
    }

    private static String show(Model model, List<CaughtMail> newest, @Nullable CaughtMail shown, boolean asked) {
        model.addAttribute("mails", newest);
        model.addAttribute("mail", shown);
        model.addAttribute("asked", asked);
        return "mail/caught";
    }

    private CaughtMail mail(String id) {
        return mails().find(id)
                .orElseThrow(() -> new Refusal.NotFound(
                        "The mail catcher does not hold this mail. It forgets its mail when Relevo stops."));
    }

    private CaughtMails mails() {
        var running = caught.getIfAvailable();
        if (running == null) {
            throw new Refusal.NotFound(
                    "No mail catcher runs here: mail goes out through the mail server that is configured.");
        }
        return running;
    }

    @Override
    public String key() {
        return "mail";
    }

    @Override
    public String path() {
        return "/mail";
    }

    @Override
    public boolean present() {
        return caught.getIfAvailable() != null;
    }
}
