package org.relevo.incident.communication.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.communication.AudienceForm;
import org.relevo.incident.communication.Audiences;
import org.relevo.incident.communication.WebhookEntry;
import org.relevo.incident.communication.WebhookForm;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.Choices;
import org.relevo.platform.web.FieldProblems;
import org.relevo.rules.UpdateAudience;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who waits for news of a service, and how they are told. */
@Controller
@RequestMapping("/services/{key}/audiences")
class AudiencePages {

    private final Audiences audiences;
    private final People people;

    AudiencePages(Audiences audiences, People people) {
        this.audiences = audiences;
        this.people = people;
    }

    @GetMapping
    String show(Actor by, @PathVariable String key, Model model) {
        return page(by, key, model);
    }

    @PostMapping("/{audience}")
    String save(
            Actor by,
            @PathVariable String key,
            @PathVariable String audience,
            @ModelAttribute("typed") AudienceForm form,
            Model model,
            HttpServletResponse response) {
        var of = audience(audience);
        try {
            audiences.save(by, key, of, form);
            return "redirect:/services/" + key + "/audiences?saved=" + of + "#" + of;
        } catch (Refusal.Invalid refused) {
            return refused(by, key, of.name(), refused, model, response);
        }
    }

    @PostMapping("/{audience}/webhooks")
    String addHook(
            Actor by,
            @PathVariable String key,
            @PathVariable String audience,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "SLACK") String form,
            @RequestParam(defaultValue = "") String address,
            Model model,
            HttpServletResponse response) {
        var of = audience(audience);
        var shape = Choices.one("form", form, WebhookForm.class);
        try {
            audiences.addHook(by, key, of, new WebhookEntry(name, shape, address));
            return "redirect:/services/" + key + "/audiences?saved=" + of + "#" + of;
        } catch (Refusal.Invalid refused) {
            model.addAttribute("hook", new WebhookEntry(name, shape, address));
            return refused(by, key, of + ".hook", refused, model, response);
        }
    }

    @PostMapping("/webhooks/{id}/remove")
    String removeHook(Actor by, @PathVariable String key, @PathVariable long id) {
        audiences.removeHook(by, key, id);
        return "redirect:/services/" + key + "/audiences";
    }

    @PostMapping("/webhooks/{id}/enable")
    String enableHook(Actor by, @PathVariable String key, @PathVariable long id) {
        audiences.enableHook(by, key, id);
        return "redirect:/services/" + key + "/audiences";
    }

    @PostMapping("/status")
    String showStatus(Actor by, @PathVariable String key, @RequestParam(defaultValue = "false") boolean shown) {
        audiences.showStatus(by, key, shown);
        return "redirect:/services/" + key + "/audiences?saved=status#status";
    }

    private String refused(
            Actor by, String key, String form, Refusal.Invalid refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", form);
        model.addAttribute("problems", FieldProblems.of(refused));
        return page(by, key, model);
    }

    private String page(Actor by, String key, Model model) {
        var all = audiences.of(by, key);
        var forms = new HashMap<String, @Nullable AudienceForm>();
        all.forEach(one -> forms.put(one.audience().name(), AudienceForm.of(one)));
        if (model.getAttribute("refused") instanceof String refused
                && forms.containsKey(refused)
                && model.getAttribute("typed") instanceof AudienceForm typed) {
            forms.put(refused, typed);
        }
        model.addAttribute("service", audiences.service(by, key));
        model.addAttribute("audiences", all);
        model.addAttribute("forms", forms);
        model.addAttribute("shapes", WebhookForm.values());
        model.addAttribute("onStatusPage", audiences.showsStatus(by, key));
        model.addAttribute("teams", people.teams());
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", Map.of());
        }
        return "communication/audiences";
    }

    private static UpdateAudience audience(String word) {
        var audience = Choices.one("audience", word, UpdateAudience.class);
        if (audience == null) {
            throw new Refusal.NotFound("There is no such audience. The page of audiences lists them.");
        }
        return audience;
    }
}
