package org.relevo.rca.web;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relevo.inbox.Diagrams;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.rca.Rcas;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of analyses, and each with everything that is known of it and the verbs of its review. */
@Controller
class RcaPages {

    private static final MediaType XML = MediaType.parseMediaType("application/xml;charset=UTF-8");

    private final Rcas rcas;
    private final RcaView view;
    private final ObjectProvider<Diagrams> diagrams;

    RcaPages(Rcas rcas, RcaView view, ObjectProvider<Diagrams> diagrams) {
        this.rcas = rcas;
        this.view = view;
        this.diagrams = diagrams;
    }

    @GetMapping("/rcas")
    ModelAndView list(Actor who, @ModelAttribute RcaQuery query) {
        return new ModelAndView("rca/list", view.list(query));
    }

    @GetMapping("/rcas/{number}")
    ModelAndView rca(Actor who, @PathVariable String number) {
        return page(who, new WorkItemNumber(number), null, null, "");
    }

    /** Links of general pages lead to incidents; a number of another kind belongs here. */
    @GetMapping("/incidents/RCA-{digits:[0-9]+}")
    String analysis(@PathVariable String digits) {
        return "redirect:" + new WorkItemNumber("RCA-" + digits).page();
    }

    @GetMapping("/incidents/ACT-{digits:[0-9]+}")
    String action(@PathVariable String digits) {
        return "redirect:" + new WorkItemNumber("ACT-" + digits).page();
    }

    @GetMapping("/rcas/{number}/rca.pdf")
    ResponseEntity<byte[]> pdf(Actor who, @PathVariable String number) {
        var name = ContentDisposition.inline().filename(number + ".pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(rcas.pdf(new WorkItemNumber(number), who.name()));
    }

    @GetMapping("/rcas/{number}/versions/{from}/{to}")
    ModelAndView difference(@PathVariable String number, @PathVariable int from, @PathVariable int to) {
        var wanted = new WorkItemNumber(number);
        return new ModelAndView(
                "rca/diff",
                Map.of(
                        "rca", rcas.get(wanted),
                        "from", from,
                        "to", to,
                        "versions", rcas.content(wanted).versions(),
                        "lines", rcas.difference(wanted, from, to)));
    }

    @GetMapping("/rcas/{number}/diagram.xml")
    ResponseEntity<String> diagram(@PathVariable String number) {
        return ResponseEntity.ok().contentType(XML).body(picture(number).xml());
    }

    @GetMapping(path = "/rcas/{number}/diagram.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Tokens> tokens(@PathVariable String number) {
        var picture = picture(number);
        return ResponseEntity.ok(new Tokens(picture.active(), picture.completed(), picture.taken()));
    }

    /** Ids of the elements of a diagram: those that wait, those that have ended, the flows that were taken. */
    record Tokens(Set<String> active, Set<String> done, Set<String> taken) {}

    private Diagrams.Diagram picture(String number) {
        var wanted = rcas.get(new WorkItemNumber(number)).number();
        return diagrams.stream()
                .flatMap(known -> known.of(wanted).stream())
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("%s has no process to show.".formatted(wanted)));
    }

    @PostMapping("/rcas/{number}/submit")
    ModelAndView submit(Actor who, @PathVariable String number) {
        return does(who, number, "submit", "", n -> rcas.submit(n, who));
    }

    @PostMapping("/rcas/{number}/return")
    ModelAndView giveBack(Actor who, @PathVariable String number, @RequestParam(defaultValue = "") String reason) {
        return does(who, number, "return", reason, n -> rcas.giveBack(n, reason, who));
    }

    @PostMapping("/rcas/{number}/approve")
    ModelAndView approve(Actor who, @PathVariable String number) {
        return does(who, number, "approve", "", n -> rcas.approve(n, who));
    }

    @PostMapping("/rcas/{number}/comments")
    ModelAndView comment(Actor who, @PathVariable String number, @RequestParam(defaultValue = "") String text) {
        return does(who, number, "comment", text, n -> rcas.comment(n, text, who));
    }

    @PostMapping("/rcas/{number}/skip")
    ModelAndView askToSkip(Actor who, @PathVariable String number, @RequestParam(defaultValue = "") String reason) {
        return does(who, number, "skip", reason, n -> rcas.askToSkip(n, reason, who));
    }

    @PostMapping("/rcas/{number}/skip/agree")
    ModelAndView agreeToSkip(Actor who, @PathVariable String number) {
        return does(who, number, "agree", "", n -> rcas.agreeToSkip(n, who));
    }

    @PostMapping("/rcas/{number}/skip/refuse")
    ModelAndView refuseToSkip(Actor who, @PathVariable String number, @RequestParam(defaultValue = "") String reason) {
        return does(who, number, "refuse", reason, n -> rcas.refuseToSkip(n, reason, who));
    }

    /** What is done with an analysis; a refusal is told on its page, where what was typed stands as it was. */
    interface Verb {
        void on(WorkItemNumber number);
    }

    private ModelAndView does(Actor who, String number, String verb, String typed, Verb doing) {
        var wanted = new WorkItemNumber(number);
        try {
            doing.on(wanted);
            return new ModelAndView("redirect:/rcas/{number}", Map.of("number", number));
        } catch (Refusal.Conflict | Refusal.Invalid refused) {
            return page(who, wanted, refused, verb, typed);
        }
    }

    ModelAndView page(
            Actor who, WorkItemNumber number, @Nullable Refusal refused, @Nullable String verb, String typed) {
        var model = view.rca(who, number);
        model.put("refused", refused == null ? null : refused.getMessage());
        model.put("problems", refused instanceof Refusal.Invalid invalid ? invalid.problems() : null);
        model.put("verb", verb);
        model.put("typed", typed);
        return new ModelAndView(
                "rca/rca",
                model,
                refused == null
                        ? HttpStatus.OK
                        : refused instanceof Refusal.Invalid ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
    }
}
