package org.relevo.rca.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.Choices;
import org.relevo.rca.Actions;
import org.relevo.rca.RcaWriting;
import org.relevo.rca.RcaWriting.Answer;
import org.relevo.rca.Section;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Writing an analysis: each section, each why and each action is a form of its own. */
@Controller
@RequestMapping("/rcas/{number}")
class RcaWritingPages {

    private final RcaWriting writing;
    private final Actions actions;
    private final RcaView view;

    RcaWritingPages(RcaWriting writing, Actions actions, RcaView view) {
        this.writing = writing;
        this.actions = actions;
        this.view = view;
    }

    @GetMapping("/edit")
    ModelAndView edit(Actor who, @PathVariable String number) {
        who.require(Role.AGENT, Role.SERVICE_MANAGER);
        return page(who, number, null, "", Map.of());
    }

    @PostMapping("/sections/{section}")
    ModelAndView write(
            Actor who,
            @PathVariable String number,
            @PathVariable String section,
            @RequestParam Map<String, String> sent) {
        return does(who, number, section, sent, n -> {
            var version = Choices.number("version", sent.get("version"), 0, 0, 1_000_000);
            writing.edit(n, section(section), version, sent.getOrDefault("text", ""), who);
        });
    }

    @PostMapping("/sections/{section}/draft")
    ModelAndView redraft(
            Actor who,
            @PathVariable String number,
            @PathVariable String section,
            @RequestParam Map<String, String> sent) {
        return does(who, number, section, sent, n -> writing.redraft(n, section(section), who));
    }

    private static Section section(String name) {
        var known = Choices.one("section", name, Section.class);
        if (known == null) {
            throw new Refusal.NotFound("An analysis has no section without a name.");
        }
        return known;
    }

    @PostMapping("/whys")
    ModelAndView addWhy(Actor who, @PathVariable String number, @RequestParam Map<String, String> sent) {
        return does(who, number, "whys", sent, n -> writing.addWhy(n, id(sent.get("parent")), answer(sent), who));
    }

    @PostMapping("/whys/{why}")
    ModelAndView changeWhy(
            Actor who, @PathVariable String number, @PathVariable long why, @RequestParam Map<String, String> sent) {
        return does(
                who,
                number,
                "whys",
                sent,
                n -> writing.changeWhy(n, why, sent.getOrDefault("was", ""), answer(sent), who));
    }

    @PostMapping("/whys/{why}/remove")
    ModelAndView removeWhy(
            Actor who, @PathVariable String number, @PathVariable long why, @RequestParam Map<String, String> sent) {
        return does(who, number, "whys", sent, n -> writing.removeWhy(n, why, who));
    }

    /** What a why points at comes as {@code 123} or {@code [#123]}, the id of an event, or as {@code ACT-1001}. */
    static Answer answer(Map<String, String> sent) {
        var points = sent.getOrDefault("points", "").strip().replaceAll("^\\[?#|]$", "");
        var event = points.matches("[0-9]{1,15}") ? Long.valueOf(points) : null;
        return new Answer(sent.getOrDefault("text", ""), event, event != null || points.isEmpty() ? null : points);
    }

    /** The id of the why that another one answers; null where none was given. */
    static @Nullable Long id(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.matches("[0-9]{1,15}")) {
            throw new Refusal.Invalid(
                    "parent",
                    "There is no why \"%s\". Give the id of one of the analysis, or none."
                            .formatted(text.length() > 40 ? text.substring(0, 40) + "…" : text));
        }
        return Long.valueOf(text);
    }

    @PostMapping("/actions")
    ModelAndView plan(Actor who, @PathVariable String number, @RequestParam Map<String, String> sent) {
        return does(who, number, "actions", sent, n -> actions.plan(n, Plans.read(sent), who));
    }

    private ModelAndView does(Actor who, String number, String part, Map<String, String> sent, RcaPages.Verb doing) {
        try {
            doing.on(new WorkItemNumber(number));
            return new ModelAndView("redirect:/rcas/{number}/edit#" + part, Map.of("number", number));
        } catch (Refusal.Conflict | Refusal.Invalid refused) {
            return page(who, number, refused, part, sent);
        }
    }

    private ModelAndView page(
            Actor who, String number, @Nullable Refusal refused, String part, Map<String, String> sent) {
        var model = new HashMap<>(view.rca(who, new WorkItemNumber(number)));
        model.put("refused", refused == null ? null : refused.getMessage());
        model.put("part", part);
        model.put("sent", sent);
        model.put("conflict", refused instanceof Refusal.Conflict);
        return new ModelAndView(
                "rca/edit",
                model,
                refused == null
                        ? HttpStatus.OK
                        : refused instanceof Refusal.Invalid ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
    }
}
