package org.relevo.project.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.platform.web.When;
import org.relevo.project.PlanChanges;
import org.relevo.project.PlanPart;
import org.relevo.project.Projects;
import org.relevo.project.web.ProjectView.Failed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Renames and deletes parts of a plan; what is refused is shown again on the page where it was asked. */
@Controller
@RequestMapping("/projects/{key}/plan/{part}/{id}")
class PlanChangePages {

    private final Projects projects;
    private final PlanChanges changes;
    private final ProjectView view;

    PlanChangePages(Projects projects, PlanChanges changes, ProjectView view) {
        this.projects = projects;
        this.changes = changes;
        this.view = view;
    }

    /** What was sent, about which part, and where the answer goes. */
    record Sent(
            String key,
            PlanPart part,
            long id,
            Actor by,
            Map<String, String> typed,
            When when,
            Model model,
            HttpServletResponse response) {

        String get(String field) {
            return typed.getOrDefault(field, "").strip();
        }
    }

    @ModelAttribute
    Sent sent(
            @PathVariable String key,
            @PathVariable String part,
            @PathVariable long id,
            Actor by,
            @RequestParam Map<String, String> typed,
            @RequestAttribute("when") When when,
            Model model,
            HttpServletResponse response) {
        return new Sent(key, PlanPart.at(part), id, by, typed, when, model, response);
    }

    @PostMapping("/name")
    String rename(Sent in) {
        return after(
                in,
                "rename",
                false,
                () -> changes.rename(in.key, in.part, in.id, in.get("name"), in.get("reason"), in.by));
    }

    @PostMapping("/delete")
    String delete(Sent in) {
        var confirmed = in.get("confirmed").equals("true");
        return after(
                in, "delete", true, () -> changes.delete(in.key, in.part, in.id, confirmed, in.get("reason"), in.by));
    }

    private String after(Sent in, String verb, boolean gone, Runnable change) {
        var onMilestone = in.part == PlanPart.MILESTONE;
        try {
            change.run();
            return "redirect:/projects/" + in.key + (onMilestone && !gone ? "/milestones/" + in.id : "") + "?saved";
        } catch (Refusal.Invalid refused) {
            in.response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var form = verb + "-" + in.part + "-" + in.id;
            var failed = new Failed(form, in.typed, FieldProblems.of(refused));
            var project = projects.get(in.key);
            return onMilestone
                    ? view.milestone(in.by, project, in.id, failed, in.model)
                    : view.overview(in.by, project, failed, in.when.getZone(), in.model);
        }
    }
}
