package org.relevo.people.web;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.ApiTokens;
import org.relevo.people.DemoOrganisation;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/settings")
class SettingsPages {

    private final ApiTokens tokens;
    private final DemoOrganisation demo;

    SettingsPages(ApiTokens tokens, DemoOrganisation demo) {
        this.tokens = tokens;
        this.demo = demo;
    }

    @GetMapping
    String show(Actor by, Model model) {
        return page(by, model);
    }

    /** Answers with the page itself rather than with a redirect: the token is shown this once and kept nowhere. */
    @PostMapping("/tokens")
    String createToken(
            Actor by,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable Set<String> scopes,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        var chosen = scopes == null ? Set.<String>of() : scopes;
        try {
            model.addAttribute("made", tokens.create(by, name, chosen));
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problems", FieldProblems.of(refused));
            model.addAttribute("name", name);
            model.addAttribute("scopes", chosen);
        }
        return page(by, model);
    }

    @PostMapping("/tokens/{id}/revoke")
    String revokeToken(Actor by, @PathVariable long id) {
        tokens.revoke(by, id);
        return "redirect:/settings?revoked";
    }

    @PostMapping("/demo/remove")
    String removeDemo(
            Actor by,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        by.require(Role.ADMIN);
        try {
            if (!confirmed) {
                throw new Refusal.Invalid("confirmed", "Tick the box to confirm that the demo organisation goes.");
            }
            demo.remove(by);
            return "redirect:/settings?removed";
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("demoProblem", refused.getMessage());
            return page(by, model);
        }
    }

    private String page(Actor by, Model model) {
        model.addAttribute("tokens", tokens.all(by));
        model.addAttribute("demo", demo.isPresent());
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", Map.of());
            model.addAttribute("name", "");
            model.addAttribute("scopes", Set.of("alerts"));
        }
        return "settings/settings";
    }
}
