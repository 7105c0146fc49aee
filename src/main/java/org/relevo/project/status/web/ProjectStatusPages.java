package org.relevo.project.status.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.project.Projects;
import org.relevo.project.money.web.MoneyView;
import org.relevo.project.status.ProjectStatus;
import org.relevo.project.warning.Precision;
import org.relevo.project.warning.Warnings;
import org.relevo.project.web.ProjectView.Failed;
import org.relevo.rules.StatusColour;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The status of a project: declared beside computed, why they differ, what is foreseen, and the history. */
@Controller
@RequestMapping("/projects/{key}/status")
class ProjectStatusPages {

    private static final int SIZE = 20;
    private static final int RECENT = 50;

    private final Projects projects;
    private final ProjectStatus status;
    private final Warnings warnings;
    private final MoneyView frame;

    ProjectStatusPages(Projects projects, ProjectStatus status, Warnings warnings, MoneyView frame) {
        this.projects = projects;
        this.status = status;
        this.warnings = warnings;
        this.frame = frame;
    }

    /** What was sent, and where the answer goes. */
    record Sent(
            String key,
            Actor by,
            Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            Locale locale) {}

    @ModelAttribute
    Sent sent(
            @PathVariable String key,
            Actor by,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        return new Sent(key, by, typed, model, response, locale);
    }

    @GetMapping
    String show(Sent in, @RequestParam(defaultValue = "1") int page) {
        return page(in, page, new Failed("", Map.of(), Map.of()));
    }

    @PostMapping
    String declare(Sent in) {
        return after(in, "declare", () -> status.declare(in.key, in.typed, in.by));
    }

    @PostMapping("/questions/{id}")
    String explain(Sent in, @PathVariable long id) {
        return after(
                in, "explain" + id, () -> status.explain(in.key, id, in.typed.getOrDefault("explanation", ""), in.by));
    }

    private String after(Sent in, String form, Runnable change) {
        try {
            change.run();
            return "redirect:/projects/" + in.key + "/status?saved";
        } catch (Refusal.Invalid refused) {
            in.response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(in, 1, new Failed(form, in.typed, FieldProblems.of(refused)));
        }
    }

    private String page(Sent in, int page, Failed failed) {
        var project = projects.get(in.key);
        var pages = (int) Math.max(1, (status.count(project) + SIZE - 1) / SIZE);
        var shown = Math.min(Math.max(page, 1), pages);
        in.model.addAttribute("computed", status.computed(project));
        in.model.addAttribute("declared", status.declared(project).orElse(null));
        in.model.addAttribute("history", status.history(project, shown - 1, SIZE));
        in.model.addAttribute("page", shown);
        in.model.addAttribute("pages", pages);
        in.model.addAttribute("contradictions", status.contradictions(project, RECENT));
        in.model.addAttribute("foreseen", warnings.foreseen(project));
        in.model.addAttribute("warnings", warnings.of(project.key(), RECENT));
        in.model.addAttribute(
                "precision",
                warnings.precision().stream().collect(java.util.stream.Collectors.toMap(Precision::rule, one -> one)));
        in.model.addAttribute("colours", StatusColour.values());
        in.model.addAttribute("who", in.by.name());
        frame.frame(in.by, project, failed, in.model);
        return "project/status";
    }
}
