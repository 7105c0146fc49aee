package org.relevo.inbox.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.inbox.FormField;
import org.relevo.inbox.Inbox;
import org.relevo.inbox.Inbox.Tab;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The inbox: what waits for a person, and the task that is looked at. */
@Controller
class InboxPages {

    private final Inbox inbox;
    private final InboxView view;

    InboxPages(Inbox inbox, InboxView view) {
        this.inbox = inbox;
        this.view = view;
    }

    @GetMapping("/")
    String start() {
        return "redirect:/inbox";
    }

    @GetMapping("/inbox")
    ModelAndView list(Actor who, @ModelAttribute InboxQuery query) {
        return page(view.list(who, query), HttpStatus.OK);
    }

    @GetMapping("/inbox/{id}")
    ModelAndView task(Actor who, @PathVariable String id, @ModelAttribute InboxQuery query) {
        return page(view.task(who, query, id, null, null), HttpStatus.OK);
    }

    @PostMapping("/inbox/{id}/claim")
    ModelAndView claim(Actor who, @PathVariable String id, @ModelAttribute InboxQuery query) {
        try {
            inbox.claim(id, who);
            return new ModelAndView("redirect:/inbox/{id}?tab=mine", Map.of("id", id));
        } catch (Refusal.Conflict refused) {
            return page(view.task(who, query, id, null, refused), HttpStatus.CONFLICT);
        }
    }

    @PostMapping("/inbox/{id}/release")
    ModelAndView release(Actor who, @PathVariable String id, @ModelAttribute InboxQuery query) {
        try {
            inbox.release(id, who);
            return new ModelAndView("redirect:/inbox/{id}?tab=teams", Map.of("id", id));
        } catch (Refusal.Conflict refused) {
            return page(view.task(who, query, id, null, refused), HttpStatus.CONFLICT);
        }
    }

    @PostMapping("/inbox/{id}/complete")
    ModelAndView complete(
            Actor who,
            @PathVariable String id,
            @ModelAttribute InboxQuery query,
            @RequestParam Map<String, String> sent,
            RedirectAttributes next) {
        var values = new LinkedHashMap<String, String>();
        try {
            inbox.form(id, who).forEach(field -> values.put(field.id(), entered(field, sent)));
            var done = inbox.complete(id, who, values);
            next.addFlashAttribute("done", done.name());
            return new ModelAndView("redirect:/inbox?tab=" + query.tabOr(Tab.MINE));
        } catch (Refusal.Invalid refused) {
            return page(view.task(who, query, id, values, refused), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refusal.Conflict refused) {
            return page(view.task(who, query, id, values, refused), HttpStatus.CONFLICT);
        }
    }

    /** A browser sends nothing for a box that is not ticked. */
    private static String entered(FormField field, Map<String, String> sent) {
        return sent.getOrDefault("f." + field.id(), "boolean".equals(field.type()) ? "false" : "");
    }

    private static ModelAndView page(Map<String, @Nullable Object> model, HttpStatus status) {
        return new ModelAndView("inbox/inbox", model, status);
    }
}
