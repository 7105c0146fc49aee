package org.relevo.project.earned.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.project.Plans;
import org.relevo.project.Projects;
import org.relevo.project.Stage;
import org.relevo.project.earned.EarnedValue;
import org.relevo.project.earned.Method;
import org.relevo.project.earned.WorkPackages;
import org.relevo.project.money.web.MoneyView;
import org.relevo.project.web.ProjectView.Failed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The earned value of a project and its work packages. */
@Controller
@RequestMapping("/projects/{key}/earned-value")
class EarnedPages {

    private final Projects projects;
    private final Plans plans;
    private final WorkPackages packages;
    private final EarnedValue earned;
    private final MoneyView frame;
    private final Clock clock;

    EarnedPages(
            Projects projects, Plans plans, WorkPackages packages, EarnedValue earned, MoneyView frame, Clock clock) {
        this.projects = projects;
        this.plans = plans;
        this.packages = packages;
        this.earned = earned;
        this.frame = frame;
        this.clock = clock;
    }

    /** What was sent, and where the answer goes. */
    record Sent(String key, Actor by, Map<String, String> typed, Model model, HttpServletResponse response) {}

    @ModelAttribute
    Sent sent(
            @PathVariable String key,
            Actor by,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return new Sent(key, by, typed, model, response);
    }

    @GetMapping
    String show(Sent in) {
        return page(in, new Failed("", Map.of(), Map.of()));
    }

    @PostMapping("/packages")
    String add(Sent in) {
        return after(in, "package", () -> packages.add(in.key, in.typed, in.by));
    }

    @PostMapping("/packages/{id}/progress")
    String report(Sent in, @PathVariable long id) {
        return after(in, "progress" + id, () -> packages.report(in.key, id, in.typed, in.by));
    }

    @PostMapping("/packages/{id}/steps")
    String step(Sent in, @PathVariable long id) {
        return after(in, "step" + id, () -> packages.addStep(in.key, id, in.typed, in.by));
    }

    @PostMapping("/packages/{id}/steps/{step}/reached")
    String reach(Sent in, @PathVariable long id, @PathVariable long step) {
        return after(in, "reach" + step, () -> packages.reach(in.key, id, step, in.typed, in.by));
    }

    private String after(Sent in, String form, Runnable change) {
        try {
            change.run();
            return "redirect:/projects/" + in.key + "/earned-value?saved";
        } catch (Refusal.Invalid refused) {
            in.response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(in, new Failed(form, in.typed, FieldProblems.of(refused)));
        }
    }

    private String page(Sent in, Failed failed) {
        var project = projects.get(in.key);
        var today = project.today(clock);
        var picture = earned.of(project.key(), today);
        var stages = plans.stages(project.key());
        in.model.addAttribute("picture", picture);
        in.model.addAttribute("chart", Chart.of(picture.points(), today));
        in.model.addAttribute("methods", Method.values());
        in.model.addAttribute("stages", stages);
        in.model.addAttribute("stageNames", stages.stream().collect(Collectors.toMap(Stage::id, Stage::name)));
        frame.frame(in.by, project, failed, in.model);
        return "project/earned";
    }
}
