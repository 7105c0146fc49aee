package org.relevo.project.issue.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.relevo.inbox.Diagrams;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.project.Projects;
import org.relevo.project.issue.Alignment;
import org.relevo.project.issue.IssueActions;
import org.relevo.project.issue.IssueDesk;
import org.relevo.project.issue.IssueRaising;
import org.relevo.project.web.ProjectView.Failed;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The issues of projects; a form that is refused is shown again where it was. */
@Controller
class IssuePages {

    private final Projects projects;
    private final IssueRaising raising;
    private final IssueDesk issues;
    private final Alignment alignment;
    private final IssueActions actions;
    private final IssueView view;
    private final ObjectProvider<Diagrams> diagrams;

    IssuePages(
            Projects projects,
            IssueRaising raising,
            IssueDesk issues,
            Alignment alignment,
            IssueActions actions,
            IssueView view,
            ObjectProvider<Diagrams> diagrams) {
        this.projects = projects;
        this.raising = raising;
        this.issues = issues;
        this.alignment = alignment;
        this.actions = actions;
        this.view = view;
        this.diagrams = diagrams;
    }

    /** What was sent, and where the answer goes. */
    record Sent(Actor by, Map<String, String> typed, Model model, HttpServletResponse response) {
        String field(String name) {
            return typed.getOrDefault(name, "");
        }
    }

    @ModelAttribute
    Sent sent(Actor by, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response) {
        return new Sent(by, typed, model, response);
    }

    @GetMapping("/projects/{key}/issues")
    String list(Sent in, @PathVariable String key, @RequestParam(defaultValue = "1") int page) {
        return view.list(in.by, projects.get(key), page, IssueView.FINE, in.model);
    }

    @PostMapping("/projects/{key}/issues")
    String raise(Sent in, @PathVariable String key) {
        try {
            return "redirect:" + raising.raise(key, in.typed, in.by).page();
        } catch (Refusal.Invalid refused) {
            return view.list(in.by, projects.get(key), 1, failed(in, "issue", refused), in.model);
        }
    }

    @GetMapping("/project-issues")
    String all(Sent in, @RequestParam(defaultValue = "1") int page) {
        return view.list(page, in.model);
    }

    @GetMapping("/project-issues/{number}")
    String show(Sent in, @PathVariable String number) {
        return view.page(in.by, new WorkItemNumber(number), IssueView.FINE, null, in.model);
    }

    @PostMapping("/project-issues/{number}/actions")
    String plan(Sent in, @PathVariable String number) {
        return after(in, number, "plan", issue -> actions.plan(issue, in.typed, in.by));
    }

    @PostMapping("/project-issues/{number}/go-on")
    String goOn(Sent in, @PathVariable String number) {
        return after(in, number, "goOn", issue -> alignment.goOn(issue, in.field("reason"), in.by));
    }

    @PostMapping("/project-issues/{number}/withdraw")
    String withdraw(Sent in, @PathVariable String number) {
        return after(in, number, "withdraw", issue -> issues.withdraw(issue, in.field("reason"), in.by));
    }

    /** An action is shown on the page of its issue. */
    @GetMapping("/project-actions/{number}")
    String action(@PathVariable String number) {
        var action = actions.get(new WorkItemNumber(number));
        return "redirect:%s#%s".formatted(action.issue().page(), action.number());
    }

    @PostMapping("/project-actions/{number}/done")
    String done(Sent in, @PathVariable String number) {
        var action = actions.get(new WorkItemNumber(number));
        return after(
                in,
                action.issue().value(),
                "done" + number,
                issue -> actions.done(action.number(), in.field("note"), in.by));
    }

    @PostMapping("/project-actions/{number}/drop")
    String drop(Sent in, @PathVariable String number) {
        var action = actions.get(new WorkItemNumber(number));
        return after(
                in,
                action.issue().value(),
                "drop" + number,
                issue -> actions.drop(action.number(), in.field("note"), in.by));
    }

    private interface Verb {
        void on(WorkItemNumber issue);
    }

    private String after(Sent in, String number, String form, Verb verb) {
        var issue = new WorkItemNumber(number);
        try {
            verb.on(issue);
            return "redirect:" + issues.get(issue).number().page();
        } catch (Refusal.Invalid refused) {
            return view.page(in.by, issue, failed(in, form, refused), null, in.model);
        } catch (Refusal.Conflict refused) {
            in.response.setStatus(HttpStatus.CONFLICT.value());
            return view.page(in.by, issue, new Failed(form, in.typed, Map.of()), refused.getMessage(), in.model);
        }
    }

    private static Failed failed(Sent in, String form, Refusal.Invalid refused) {
        in.response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return new Failed(form, in.typed, FieldProblems.of(refused));
    }

    @GetMapping("/project-issues/{number}/diagram.xml")
    ResponseEntity<String> diagram(@PathVariable String number) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .body(picture(number).xml());
    }

    /** Ids of the elements of a diagram: those that wait, those that have ended, the flows that were taken. */
    record Tokens(Set<String> active, Set<String> done, Set<String> taken) {}

    @GetMapping(path = "/project-issues/{number}/diagram.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Tokens> tokens(@PathVariable String number) {
        var picture = picture(number);
        return ResponseEntity.ok(new Tokens(picture.active(), picture.completed(), picture.taken()));
    }

    private Diagrams.Diagram picture(String number) {
        var wanted = issues.get(new WorkItemNumber(number)).number();
        return diagrams.stream()
                .flatMap(known -> known.of(wanted).stream())
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("%s has no process to show.".formatted(wanted)));
    }
}
