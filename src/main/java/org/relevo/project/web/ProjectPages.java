package org.relevo.project.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.platform.web.When;
import org.relevo.project.Plans;
import org.relevo.project.Project;
import org.relevo.project.ProjectDesk;
import org.relevo.project.ProjectForm;
import org.relevo.project.Projects;
import org.relevo.project.ToleranceStandings;
import org.relevo.project.web.ProjectView.Failed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The projects, and each by itself. */
@Controller
@RequestMapping("/projects")
class ProjectPages {

    private static final ProjectForm EMPTY = new ProjectForm("", "", "", "", "", "EUR", "UTC", "");

    private final Projects projects;
    private final ProjectDesk desk;
    private final Plans plans;
    private final ToleranceStandings standings;
    private final ProjectView view;
    private final Clock clock;

    ProjectPages(
            Projects projects,
            ProjectDesk desk,
            Plans plans,
            ToleranceStandings standings,
            ProjectView view,
            Clock clock) {
        this.projects = projects;
        this.desk = desk;
        this.plans = plans;
        this.standings = standings;
        this.view = view;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor by, Model model) {
        var all = projects.all();
        model.addAttribute("projects", all);
        model.addAttribute("next", plans.next());
        model.addAttribute(
                "tightest",
                standings.tightest(
                        all.stream()
                                .map(Project::number)
                                .filter(Objects::nonNull)
                                .toList(),
                        clock.instant()));
        model.addAttribute("persons", view);
        model.addAttribute("creates", mayCreate(by));
        return "project/list";
    }

    private static boolean mayCreate(Actor by) {
        return by.has(org.relevo.people.Role.PROJECT_MANAGER) || by.has(org.relevo.people.Role.ADMIN);
    }

    @GetMapping("/new")
    String blank(Actor by, Model model) {
        ProjectDesk.requireCreate(by);
        var mine = by.kind() == Actor.Kind.PERSON ? by.name() : "";
        return form(new ProjectForm("", "", "", mine, "", EMPTY.currency(), EMPTY.zone(), ""), "", Map.of(), model);
    }

    @PostMapping
    String create(Actor by, @ModelAttribute("form") ProjectForm form, Model model, HttpServletResponse response) {
        try {
            return "redirect:/projects/" + desk.create(form, by).key() + "?saved";
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(form, "", FieldProblems.of(refused), model);
        }
    }

    @GetMapping("/{key}")
    String show(Actor by, @PathVariable String key, @RequestAttribute("when") When when, Model model) {
        var project = projects.get(key);
        return project.key().equals(key)
                ? view.overview(by, project, Failed.NONE, when.getZone(), model)
                : "redirect:/projects/" + project.key();
    }

    @GetMapping("/{key}/edit")
    String edit(Actor by, @PathVariable String key, Model model) {
        var project = projects.get(key);
        project.requireLead(by);
        return form(ProjectForm.of(project), project.key(), Map.of(), model);
    }

    @PostMapping("/{key}")
    String change(
            Actor by,
            @PathVariable String key,
            @ModelAttribute("form") ProjectForm form,
            Model model,
            HttpServletResponse response) {
        try {
            desk.change(key, form, by);
            return "redirect:/projects/" + key + "?saved";
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(form, key, FieldProblems.of(refused), model);
        }
    }

    @PostMapping("/{key}/close")
    String close(
            Actor by,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String reason,
            @RequestAttribute("when") When when,
            Model model,
            HttpServletResponse response) {
        try {
            desk.close(key, reason, by);
            return "redirect:/projects/" + key + "?saved";
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var failed = new Failed("close", Map.of("reason", reason), FieldProblems.of(refused));
            return view.overview(by, projects.get(key), failed, when.getZone(), model);
        }
    }

    private String form(ProjectForm form, String key, Map<String, String> problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("key", key);
        model.addAttribute("problems", problems);
        return "project/edit";
    }
}
