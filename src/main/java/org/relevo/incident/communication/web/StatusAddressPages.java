package org.relevo.incident.communication.web;

import jakarta.servlet.http.HttpServletResponse;
import org.relevo.incident.communication.StatusAddress;
import org.relevo.incident.communication.StatusBoard;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.web.NavigationEntry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The status page for those who are signed in, and where its public address is made. */
@Controller
class StatusAddressPages implements NavigationEntry {

    private final StatusBoard board;
    private final StatusAddress address;
    private final String publicUrl;

    StatusAddressPages(
            StatusBoard board,
            StatusAddress address,
            @Value("${relevo.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        this.board = board;
        this.address = address;
        this.publicUrl = publicUrl;
    }

    @Override
    public String key() {
        return "status";
    }

    @Override
    public String path() {
        return "/status";
    }

    @Override
    public boolean present() {
        return !board.now().services().isEmpty();
    }

    @GetMapping("/status")
    String status(Actor who, Model model) {
        return page(who, model);
    }

    /** The address is shown in this answer and never again. */
    @PostMapping("/status-address")
    String make(Actor who, Model model, HttpServletResponse response) {
        model.addAttribute("made", publicUrl + "/status/" + address.make(who));
        response.setHeader("Cache-Control", "no-store");
        return page(who, model);
    }

    @PostMapping("/status-address/off")
    String switchOff(Actor who) {
        address.switchOff(who);
        return "redirect:/status";
    }

    @PostMapping("/status-address/say")
    String say(
            Actor who,
            @RequestParam(defaultValue = "false") boolean numbers,
            @RequestParam(defaultValue = "false") boolean names) {
        address.say(who, numbers, names);
        return "redirect:/status";
    }

    private String page(Actor who, Model model) {
        var manages = who.has(Role.SERVICE_MANAGER) || who.has(Role.ADMIN);
        model.addAttribute("status", board.now());
        model.addAttribute("manages", manages);
        model.addAttribute("public", manages ? address.page(who).orElse(null) : null);
        return "communication/status";
    }
}
