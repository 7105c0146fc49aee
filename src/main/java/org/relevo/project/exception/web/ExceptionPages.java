package org.relevo.project.exception.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relevo.inbox.Diagrams;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.project.Projects;
import org.relevo.project.exception.ExceptionReport.Verdict;
import org.relevo.project.exception.ExceptionReports;
import org.relevo.project.exception.ExceptionSection;
import org.relevo.project.exception.ExceptionWriting;
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

/** The exception reports of a project, and each with the verbs of its writing and decision. */
@Controller
class ExceptionPages {

    private static final MediaType XML = MediaType.parseMediaType("application/xml;charset=UTF-8");

    private final Projects projects;
    private final ExceptionReports reports;
    private final ExceptionWriting writing;
    private final ExceptionView view;
    private final ObjectProvider<Diagrams> diagrams;

    ExceptionPages(
            Projects projects,
            ExceptionReports reports,
            ExceptionWriting writing,
            ExceptionView view,
            ObjectProvider<Diagrams> diagrams) {
        this.projects = projects;
        this.reports = reports;
        this.writing = writing;
        this.view = view;
        this.diagrams = diagrams;
    }

    /** What was sent, and where the answer goes. */
    record Sent(Actor by, Map<String, String> typed, Model model, HttpServletResponse response) {

        String text(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    @ModelAttribute
    Sent sent(Actor by, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response) {
        return new Sent(by, typed, model, response);
    }

    @GetMapping("/projects/{key}/exceptions")
    String list(
            Sent in,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") String page) {
        view.list(projects.get(key), state, page, in.model);
        return "exception/list";
    }

    @GetMapping("/exceptions/{number}")
    String show(Sent in, @PathVariable String number) {
        return page(in, new WorkItemNumber(number), new Failed("", Map.of(), Map.of()), null);
    }

    /** Links of general pages lead to incidents; a number of another kind belongs here. */
    @GetMapping("/incidents/EXC-{digits:[0-9]+}")
    String report(@PathVariable String digits) {
        return "redirect:" + new WorkItemNumber("EXC-" + digits).page();
    }

    @GetMapping("/exceptions/{number}/diagram.xml")
    ResponseEntity<String> diagram(@PathVariable String number) {
        return ResponseEntity.ok().contentType(XML).body(picture(number).xml());
    }

    @GetMapping(path = "/exceptions/{number}/diagram.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Tokens> tokens(@PathVariable String number) {
        var picture = picture(number);
        return ResponseEntity.ok(new Tokens(picture.active(), picture.completed(), picture.taken()));
    }

    /** Ids of the elements of a diagram: those that wait, those that have ended, the flows that were taken. */
    record Tokens(Set<String> active, Set<String> done, Set<String> taken) {}

    private Diagrams.Diagram picture(String number) {
        var wanted = reports.get(new WorkItemNumber(number)).number();
        return diagrams.stream()
                .flatMap(known -> known.of(wanted).stream())
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("%s has no process to show.".formatted(wanted)));
    }

    @PostMapping("/exceptions/{number}/sections/{section}")
    String write(Sent in, @PathVariable String number, @PathVariable String section) {
        return after(
                in,
                number,
                section,
                n -> writing.edit(n, section(section), version(in.text("version")), in.text("text"), in.by));
    }

    @PostMapping("/exceptions/{number}/sections/{section}/draft")
    String redraft(Sent in, @PathVariable String number, @PathVariable String section) {
        return after(in, number, section, n -> writing.redraft(n, section(section), in.by));
    }

    @PostMapping("/exceptions/{number}/sections/{section}/versions/{version}")
    String restore(Sent in, @PathVariable String number, @PathVariable String section, @PathVariable String version) {
        return after(in, number, section, n -> writing.restore(n, section(section), version(version), in.by));
    }

    @PostMapping("/exceptions/{number}/options")
    String addOption(Sent in, @PathVariable String number) {
        return after(in, number, "option", n -> writing.addOption(n, in.typed, in.by));
    }

    @PostMapping("/exceptions/{number}/options/{option}")
    String changeOption(Sent in, @PathVariable String number, @PathVariable long option) {
        return after(in, number, "option" + option, n -> writing.changeOption(n, option, in.typed, in.by));
    }

    @PostMapping("/exceptions/{number}/options/{option}/remove")
    String removeOption(Sent in, @PathVariable String number, @PathVariable long option) {
        return after(in, number, "option" + option, n -> writing.removeOption(n, option, in.by));
    }

    @PostMapping("/exceptions/{number}/submit")
    String submit(Sent in, @PathVariable String number) {
        return after(in, number, "submit", n -> reports.submit(n, in.by));
    }

    @PostMapping("/exceptions/{number}/return")
    String giveBack(Sent in, @PathVariable String number) {
        return after(in, number, "return", n -> reports.giveBack(n, in.text("reason"), in.by));
    }

    @PostMapping("/exceptions/{number}/decision")
    String decide(Sent in, @PathVariable String number) {
        var option = in.text("option");
        return after(
                in,
                number,
                "decide",
                n -> reports.decide(
                        n, option.equals("CLOSE") ? Verdict.CLOSE : Verdict.OPTION, option, in.text("reason"), in.by));
    }

    @PostMapping("/exceptions/{number}/tolerance")
    String tolerance(Sent in, @PathVariable String number) {
        return after(in, number, "tolerance", n -> reports.confirmTolerance(n, in.text("size"), in.by));
    }

    static ExceptionSection section(String name) {
        for (var one : ExceptionSection.values()) {
            if (one.name().equalsIgnoreCase(name)) {
                return one;
            }
        }
        throw new Refusal.NotFound("An exception report has a cause, consequences and a recommendation only.");
    }

    static int version(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    interface Verb {
        void on(WorkItemNumber number);
    }

    /** A refusal is told on the report's page, where what was typed stands as it was. */
    private String after(Sent in, String number, String form, Verb doing) {
        var wanted = new WorkItemNumber(number);
        try {
            doing.on(wanted);
            return "redirect:/exceptions/" + wanted + "?saved";
        } catch (Refusal.Invalid refused) {
            in.response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(in, wanted, new Failed(form, in.typed, FieldProblems.of(refused)), refused);
        } catch (Refusal.Conflict refused) {
            in.response.setStatus(HttpStatus.CONFLICT.value());
            return page(in, wanted, new Failed(form, in.typed, Map.of()), refused);
        }
    }

    private String page(Sent in, WorkItemNumber number, Failed failed, @Nullable Refusal refused) {
        view.report(in.by, number, in.model);
        in.model.addAttribute("failed", failed);
        in.model.addAttribute("refused", refused == null ? null : refused.getMessage());
        in.model.addAttribute("clash", refused instanceof Refusal.Conflict);
        return "exception/report";
    }
}
