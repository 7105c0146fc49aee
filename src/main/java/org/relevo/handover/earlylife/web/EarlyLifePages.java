package org.relevo.handover.earlylife.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.handover.HandoverStatus;
import org.relevo.handover.Handovers;
import org.relevo.handover.earlylife.EarlyLives;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.project.Projects;
import org.relevo.project.web.ProjectView;
import org.relevo.project.web.ProjectView.Failed;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Early life support: each day against each criterion, and what people say and decide. */
@Controller
class EarlyLifePages {

    private final EarlyLives lives;
    private final Handovers handovers;
    private final Projects projects;
    private final WorkItems workItems;
    private final ProjectView persons;

    EarlyLifePages(EarlyLives lives, Handovers handovers, Projects projects, WorkItems workItems, ProjectView persons) {
        this.lives = lives;
        this.handovers = handovers;
        this.projects = projects;
        this.workItems = workItems;
        this.persons = persons;
    }

    @GetMapping("/handovers/{number}/early-life")
    String show(@PathVariable String number, Actor who, Model model) {
        return page(new WorkItemNumber(number), who, model, Failed.NONE, null);
    }

    @PostMapping("/handovers/{number}/early-life/statements")
    String say(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Actor who,
            Model model,
            HttpServletResponse response) {
        return after(number, "say", typed, who, model, response, n -> lives.say(n, typed, who));
    }

    @PostMapping("/handovers/{number}/early-life/extensions")
    String extend(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Actor who,
            Model model,
            HttpServletResponse response) {
        return after(number, "extend", typed, who, model, response, n -> lives.extend(n, typed, who));
    }

    interface Verb {
        void on(WorkItemNumber number);
    }

    private String after(
            String number,
            String form,
            Map<String, String> typed,
            Actor who,
            Model model,
            HttpServletResponse response,
            Verb verb) {
        var wanted = handovers.get(new WorkItemNumber(number)).number();
        try {
            verb.on(wanted);
            return "redirect:/handovers/" + wanted + "/early-life?saved";
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(wanted, who, model, new Failed(form, typed, FieldProblems.of(refused)), refused);
        } catch (Refusal.Conflict refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(wanted, who, model, new Failed(form, typed, Map.of()), refused);
        }
    }

    private String page(WorkItemNumber number, Actor who, Model model, Failed failed, @Nullable Refusal refused) {
        var handover = handovers.get(number);
        var project = projects.get(handover.project());
        var live = handover.status() == HandoverStatus.EARLY_LIFE;
        model.addAttribute("handover", handover);
        model.addAttribute("item", workItems.find(number).orElseThrow());
        model.addAttribute("project", project);
        model.addAttribute("persons", persons);
        model.addAttribute("standing", lives.standing(number));
        model.addAttribute(
                "says",
                live && (who.has(Role.AGENT) || who.has(Role.SERVICE_MANAGER) || who.has(Role.PROJECT_MANAGER)));
        model.addAttribute(
                "extends", live && (who.name().equals(project.sponsor()) || handovers.acceptedBy(number, who)));
        model.addAttribute("failed", failed);
        model.addAttribute("refused", refused == null ? null : refused.getMessage());
        model.addAttribute("clash", refused instanceof Refusal.Conflict);
        return "handover/early-life";
    }
}
