package org.relevo.handover.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relevo.handover.Criteria;
import org.relevo.handover.Drills;
import org.relevo.handover.Handovers;
import org.relevo.inbox.Diagrams;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
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

/** The handovers, and each with its criteria and what people do about them. */
@Controller
class HandoverPages {

    private static final MediaType XML = MediaType.parseMediaType("application/xml;charset=UTF-8");

    private final Handovers handovers;
    private final Criteria criteria;
    private final Drills drills;
    private final HandoverView view;
    private final ObjectProvider<Diagrams> diagrams;

    HandoverPages(
            Handovers handovers,
            Criteria criteria,
            Drills drills,
            HandoverView view,
            ObjectProvider<Diagrams> diagrams) {
        this.handovers = handovers;
        this.criteria = criteria;
        this.drills = drills;
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

    @GetMapping("/handovers")
    String all(
            Sent in,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") String page) {
        view.list(null, state, page, in.model);
        return "handover/list";
    }

    @GetMapping("/projects/{key}/handovers")
    String ofProject(Sent in, @PathVariable String key, @RequestParam(defaultValue = "0") String page) {
        return list(in, key, page, new Failed("", Map.of(), Map.of()), null);
    }

    private String list(Sent in, String key, String page, Failed failed, @Nullable Refusal refused) {
        view.project(in.by, key, in.model);
        view.list(key, null, page, in.model);
        told(in, failed, refused);
        return "handover/project";
    }

    @PostMapping("/projects/{key}/handovers")
    String request(Sent in, @PathVariable String key) {
        try {
            return "redirect:/handovers/"
                    + handovers.request(key, in.typed, in.by).number();
        } catch (Refusal.Invalid refused) {
            in.response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(in, key, "0", new Failed("request", in.typed, FieldProblems.of(refused)), refused);
        } catch (Refusal.Conflict refused) {
            in.response.setStatus(HttpStatus.CONFLICT.value());
            return list(in, key, "0", new Failed("request", in.typed, Map.of()), refused);
        }
    }

    @GetMapping("/handovers/{number}")
    String show(Sent in, @PathVariable String number) {
        return page(in, new WorkItemNumber(number), new Failed("", Map.of(), Map.of()), null);
    }

    /** Links of general pages lead to incidents; a number of another kind belongs here. */
    @GetMapping("/incidents/HO-{digits:[0-9]+}")
    String handover(@PathVariable String digits) {
        return "redirect:" + new WorkItemNumber("HO-" + digits).page();
    }

    @GetMapping("/handovers/{number}/diagram.xml")
    ResponseEntity<String> diagram(@PathVariable String number) {
        return ResponseEntity.ok().contentType(XML).body(picture(number).xml());
    }

    @GetMapping(path = "/handovers/{number}/diagram.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Tokens> tokens(@PathVariable String number) {
        var picture = picture(number);
        return ResponseEntity.ok(new Tokens(picture.active(), picture.completed(), picture.taken()));
    }

    /** Ids of the elements of a diagram: those that wait, those that have ended, the flows that were taken. */
    record Tokens(Set<String> active, Set<String> done, Set<String> taken) {}

    private Diagrams.Diagram picture(String number) {
        var wanted = handovers.get(new WorkItemNumber(number)).number();
        return diagrams.stream()
                .flatMap(known -> known.of(wanted).stream())
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("%s has no process to show.".formatted(wanted)));
    }

    @PostMapping("/handovers/{number}/plan")
    String plan(Sent in, @PathVariable String number) {
        return after(in, number, "plan", n -> handovers.plan(n, in.typed, in.by));
    }

    @PostMapping("/handovers/{number}/look")
    String look(Sent in, @PathVariable String number) {
        return after(in, number, "look", handovers::look);
    }

    @PostMapping("/handovers/{number}/roll-back")
    String rollBack(Sent in, @PathVariable String number) {
        return after(in, number, "rollBack", n -> handovers.rollBack(n, in.text("reason"), in.by));
    }

    @PostMapping("/handovers/{number}/drills")
    String drill(Sent in, @PathVariable String number) {
        return after(in, number, "drill", n -> drills.raise(n, in.text("title"), in.by));
    }

    @PostMapping("/handovers/{number}/criteria/{id}/assign")
    String assign(Sent in, @PathVariable String number, @PathVariable long id) {
        return after(in, number, "assign" + id, n -> criteria.assign(of(n, id), in.typed, in.by));
    }

    @PostMapping("/handovers/{number}/criteria/{id}/evidence")
    String evidence(Sent in, @PathVariable String number, @PathVariable long id) {
        return after(in, number, "show" + id, n -> criteria.show(of(n, id), in.typed, in.by));
    }

    @PostMapping("/handovers/{number}/criteria/{id}/evidence/{evidence}/withdraw")
    String withdraw(Sent in, @PathVariable String number, @PathVariable long id, @PathVariable long evidence) {
        return after(
                in,
                number,
                "withdraw" + evidence,
                n -> criteria.withdraw(of(n, id), evidence, in.text("reason"), in.by));
    }

    @PostMapping("/handovers/{number}/criteria/{id}/waiver")
    String waive(Sent in, @PathVariable String number, @PathVariable long id) {
        return after(in, number, "waive" + id, n -> criteria.waive(of(n, id), in.typed, in.by));
    }

    @PostMapping("/handovers/{number}/criteria/{id}/waiver/end")
    String endWaiver(Sent in, @PathVariable String number, @PathVariable long id) {
        return after(in, number, "waive" + id, n -> criteria.endWaiver(of(n, id), in.by));
    }

    /** A criterion is reached by its own handover only. */
    private long of(WorkItemNumber number, long id) {
        return handovers.criteria(number).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("%s has no such criterion.".formatted(number)))
                .id();
    }

    interface Verb {
        void on(WorkItemNumber number);
    }

    /** A refusal is told on the handover's page, where what was typed stands as it was. */
    private String after(Sent in, String number, String form, Verb doing) {
        var wanted = handovers.get(new WorkItemNumber(number)).number();
        try {
            doing.on(wanted);
            return "redirect:/handovers/" + wanted + "?saved";
        } catch (Refusal.Invalid refused) {
            in.response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(in, wanted, new Failed(form, in.typed, FieldProblems.of(refused)), refused);
        } catch (Refusal.Conflict refused) {
            in.response.setStatus(HttpStatus.CONFLICT.value());
            return page(in, wanted, new Failed(form, in.typed, Map.of()), refused);
        }
    }

    private String page(Sent in, WorkItemNumber number, Failed failed, @Nullable Refusal refused) {
        view.handover(in.by, number, in.model);
        told(in, failed, refused);
        return "handover/handover";
    }

    private static void told(Sent in, Failed failed, @Nullable Refusal refused) {
        in.model.addAttribute("failed", failed);
        in.model.addAttribute("refused", refused == null ? null : refused.getMessage());
        in.model.addAttribute("clash", refused instanceof Refusal.Conflict);
    }
}
