package org.relevo.project.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.platform.web.When;
import org.relevo.project.Milestones;
import org.relevo.project.ProjectDesk;
import org.relevo.project.ProjectTolerances;
import org.relevo.project.Projects;
import org.relevo.project.Scope;
import org.relevo.project.web.ProjectView.Failed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes what a project plans; a form that is refused is shown again where it was. */
@Controller
@RequestMapping("/projects/{key}")
class PlanPages {

    private final Projects projects;
    private final ProjectDesk desk;
    private final Milestones milestones;
    private final Scope scope;
    private final ProjectTolerances tolerances;
    private final ProjectView view;

    PlanPages(
            Projects projects,
            ProjectDesk desk,
            Milestones milestones,
            Scope scope,
            ProjectTolerances tolerances,
            ProjectView view) {
        this.projects = projects;
        this.desk = desk;
        this.milestones = milestones;
        this.scope = scope;
        this.tolerances = tolerances;
        this.view = view;
    }

    /** What was sent, and where the answer goes. */
    record Sent(String key, Actor by, Map<String, String> typed, When when, Model model, HttpServletResponse response) {

        String get(String field) {
            return typed.getOrDefault(field, "").strip();
        }
    }

    @org.springframework.web.bind.annotation.ModelAttribute
    Sent sent(
            @PathVariable String key,
            Actor by,
            @RequestParam Map<String, String> typed,
            @RequestAttribute("when") When when,
            Model model,
            HttpServletResponse response) {
        return new Sent(key, by, typed, when, model, response);
    }

    @PostMapping("/stages")
    String stage(Sent in) {
        return onOverview(
                in, "stage", () -> milestones.addStage(in.key, in.get("name"), in.get("start"), in.get("end"), in.by));
    }

    @PostMapping("/milestones")
    String milestone(Sent in) {
        return onOverview(
                in,
                "milestone",
                () -> milestones.add(in.key, in.get("name"), in.get("stage"), in.get("baseline"), in.by));
    }

    @PostMapping("/scope")
    String scope(Sent in) {
        var form = new Scope.Form(
                in.get("kind"),
                in.get("name"),
                in.get("description"),
                in.get("weight"),
                in.get("stage"),
                in.get("milestone"),
                in.get("owner"));
        return onOverview(in, "scope", () -> scope.add(in.key, form, in.by));
    }

    @PostMapping("/scope/{id}")
    String moveScope(Sent in, @PathVariable long id) {
        return onOverview(in, "scope" + id, () -> scope.move(in.key, id, in.get("state"), in.get("reason"), in.by));
    }

    @PostMapping("/tolerances")
    String tolerance(Sent in) {
        return onOverview(
                in,
                "tolerance",
                () -> tolerances.set(
                        in.key,
                        in.get("dimension"),
                        in.get("stage"),
                        in.get("size"),
                        in.get("unit"),
                        in.get("reason"),
                        in.by));
    }

    @PostMapping("/members")
    String join(Sent in) {
        return onOverview(in, "member", () -> desk.join(in.key, in.get("person"), in.get("role"), in.by));
    }

    @PostMapping("/members/remove")
    String leave(Sent in) {
        return onOverview(in, "member", () -> desk.leave(in.key, in.get("person"), in.get("role"), in.by));
    }

    @GetMapping("/milestones/{id}")
    String show(Sent in, @PathVariable long id) {
        return view.milestone(in.by, projects.get(in.key), id, Failed.NONE, in.model);
    }

    @PostMapping("/milestones/{id}")
    String move(Sent in, @PathVariable long id) {
        return onMilestone(
                in,
                id,
                "move",
                () -> milestones.move(in.key, id, in.get("which"), in.get("date"), in.get("reason"), in.by));
    }

    @PostMapping("/milestones/{id}/waits")
    String link(Sent in, @PathVariable long id) {
        return onMilestone(
                in,
                id,
                "link",
                () -> milestones.link(in.key, in.get("before"), String.valueOf(id), in.get("lag"), in.by));
    }

    @PostMapping("/milestones/{id}/waits/{before}/remove")
    String unlink(Sent in, @PathVariable long id, @PathVariable long before) {
        return onMilestone(in, id, "link", () -> milestones.unlink(in.key, before, id, in.by));
    }

    private String onOverview(Sent in, String form, Runnable change) {
        try {
            change.run();
            return "redirect:/projects/" + in.key + "?saved";
        } catch (Refusal.Invalid refused) {
            in.response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var failed = new Failed(form, in.typed, FieldProblems.of(refused));
            return view.overview(in.by, projects.get(in.key), failed, in.when.getZone(), in.model);
        }
    }

    private String onMilestone(Sent in, long id, String form, Runnable change) {
        try {
            change.run();
            return "redirect:/projects/" + in.key + "/milestones/" + id + "?saved";
        } catch (Refusal.Invalid refused) {
            in.response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var failed = new Failed(form, in.typed, FieldProblems.of(refused));
            return view.milestone(in.by, projects.get(in.key), id, failed, in.model);
        }
    }
}
