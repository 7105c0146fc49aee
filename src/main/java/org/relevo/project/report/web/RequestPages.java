package org.relevo.project.report.web;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitments;
import org.relevo.inbox.Diagrams;
import org.relevo.inbox.Inbox;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.project.Projects;
import org.relevo.project.money.web.MoneyView;
import org.relevo.project.report.ProgressReports;
import org.relevo.project.report.ReportRequest;
import org.relevo.project.report.ReportRequests;
import org.relevo.project.web.ProjectView;
import org.relevo.project.web.ProjectView.Failed;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of a request for a report: what is asked, by when, and where its process stands. */
@Controller
@RequestMapping("/requests/{number}")
class RequestPages {

    private final ReportRequests requests;
    private final ProgressReports reports;
    private final Projects projects;
    private final WorkItems workItems;
    private final Commitments commitments;
    private final Inbox inbox;
    private final ObjectProvider<Diagrams> diagrams;
    private final ProjectView persons;
    private final MoneyView frame;

    RequestPages(
            ReportRequests requests,
            ProgressReports reports,
            Projects projects,
            WorkItems workItems,
            Commitments commitments,
            Inbox inbox,
            ObjectProvider<Diagrams> diagrams,
            ProjectView persons,
            MoneyView frame) {
        this.requests = requests;
        this.reports = reports;
        this.projects = projects;
        this.workItems = workItems;
        this.commitments = commitments;
        this.inbox = inbox;
        this.diagrams = diagrams;
        this.persons = persons;
        this.frame = frame;
    }

    @GetMapping
    ModelAndView show(Actor by, @PathVariable String number, Model model) {
        return page(by, new WorkItemNumber(number), null, "", model);
    }

    @PostMapping("/decline")
    ModelAndView decline(
            Actor by, @PathVariable String number, @RequestParam(defaultValue = "") String reason, Model model) {
        return does(by, number, "decline", reason, model, one -> requests.decline(one, reason, by));
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(
            Actor by, @PathVariable String number, @RequestParam(defaultValue = "") String reason, Model model) {
        return does(by, number, "withdraw", reason, model, one -> requests.withdraw(one, reason, by));
    }

    /** What is done with a request. */
    private interface Verb {
        void on(WorkItemNumber number);
    }

    private ModelAndView does(Actor by, String number, String form, String typed, Model model, Verb verb) {
        var wanted = new WorkItemNumber(number);
        try {
            verb.on(wanted);
            return new ModelAndView("redirect:" + requests.get(wanted).number().page());
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            model.addAttribute("form", form);
            return page(by, wanted, refused, typed, model);
        }
    }

    private ModelAndView page(Actor by, WorkItemNumber number, @Nullable Refusal refused, String typed, Model model) {
        var request = requests.get(number);
        var project = projects.get(request.project());
        model.addAttribute("request", request);
        model.addAttribute("item", workItems.find(number).orElseThrow());
        model.addAttribute("commitments", commitments.of(number));
        model.addAttribute("report", report(request));
        model.addAttribute(
                "tasks",
                inbox.of(number).stream().filter(task -> task.endedAt() == null).toList());
        model.addAttribute(
                "history",
                persons.history(
                        number,
                        org.springframework.context.i18n.LocaleContextHolder.getTimeZone()
                                .toZoneId()));
        model.addAttribute(
                "diagram", diagrams.stream().anyMatch(known -> known.of(number).isPresent()));
        model.addAttribute("mine", request.askedBy().equals(by.name()) || by.has(Role.ADMIN));
        model.addAttribute("refused", refused == null ? null : refused.getMessage());
        model.addAttribute("typed", typed);
        model.addAttribute("who", by.name());
        frame.frame(by, project, new Failed("", Map.of(), Map.of()), model);
        var status = refused == null
                ? HttpStatus.OK
                : refused instanceof Refusal.Invalid ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT;
        return new ModelAndView("project/request", model.asMap(), status);
    }

    private @Nullable Integer report(ReportRequest request) {
        return request.report() == null ? null : reports.number(request.report());
    }

    @GetMapping("/diagram.xml")
    ResponseEntity<String> diagram(@PathVariable String number) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .body(picture(number).xml());
    }

    /** Ids of the elements of a diagram: those that wait, those that have ended, the flows that were taken. */
    record Tokens(Set<String> active, Set<String> done, Set<String> taken) {}

    @GetMapping(path = "/diagram.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Tokens> tokens(@PathVariable String number) {
        var picture = picture(number);
        return ResponseEntity.ok(new Tokens(picture.active(), picture.completed(), picture.taken()));
    }

    private Diagrams.Diagram picture(String number) {
        var wanted = requests.get(new WorkItemNumber(number)).number();
        return diagrams.stream()
                .flatMap(known -> known.of(wanted).stream())
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("%s has no process to show.".formatted(wanted)));
    }
}
