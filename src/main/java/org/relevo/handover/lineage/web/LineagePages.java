package org.relevo.handover.lineage.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.handover.Handovers;
import org.relevo.handover.lineage.Marks;
import org.relevo.handover.lineage.Proposals;
import org.relevo.handover.lineage.Traces;
import org.relevo.handover.lineage.web.LineageView.Refused;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.rules.CauseKind;
import org.relevo.service.ServiceCatalogue;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lineage of a service and of a handover, and what people say about what traces to what. */
@Controller
class LineagePages {

    private final LineageView view;
    private final Handovers handovers;
    private final ServiceCatalogue services;
    private final Traces traces;
    private final Proposals proposals;
    private final Marks marks;

    LineagePages(
            LineageView view,
            Handovers handovers,
            ServiceCatalogue services,
            Traces traces,
            Proposals proposals,
            Marks marks) {
        this.view = view;
        this.handovers = handovers;
        this.services = services;
        this.traces = traces;
        this.proposals = proposals;
        this.marks = marks;
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

    @GetMapping("/services/{key}/lineage")
    String ofService(Sent in, @PathVariable String key) {
        in.model.addAttribute("service", services.get(key));
        view.service(key, in.model);
        view.timeline(key, null, LineageView.kind(in.text("kind")), in.text("page"), in.model);
        return "handover/service-lineage";
    }

    @GetMapping("/handovers/{number}/lineage")
    String ofHandover(Sent in, @PathVariable String number) {
        return page(in, new WorkItemNumber(number), LineageView.FINE, null);
    }

    private String page(Sent in, WorkItemNumber number, Refused failed, @Nullable String refused) {
        var handover = handovers.get(number);
        view.handover(in.by, number, in.model);
        view.timeline(handover.service(), number, LineageView.kind(in.text("kind")), in.text("page"), in.model);
        in.model.addAttribute("failed", failed);
        in.model.addAttribute("refused", refused);
        return "handover/lineage";
    }

    @PostMapping("/handovers/{number}/traces")
    String again(Sent in, @PathVariable String number) {
        return after(in, number, "again", n -> "?found=" + proposals.again(n, in.by));
    }

    @PostMapping("/handovers/{number}/traces/{id}/confirm")
    String confirm(Sent in, @PathVariable String number, @PathVariable String id) {
        return after(in, number, "confirm" + id, n -> done(traces.confirm(n, id(id), in.text("reason"), in.by)));
    }

    @PostMapping("/handovers/{number}/traces/{id}/reject")
    String reject(Sent in, @PathVariable String number, @PathVariable String id) {
        return after(in, number, "reject" + id, n -> done(traces.reject(n, id(id), in.text("reason"), in.by)));
    }

    @PostMapping("/handovers/{number}/traces/{id}/withdraw")
    String withdraw(Sent in, @PathVariable String number, @PathVariable String id) {
        return after(in, number, "withdraw" + id, n -> done(traces.withdraw(n, id(id), in.text("reason"), in.by)));
    }

    @PostMapping("/handovers/{number}/causes/{kind}/{reference}")
    String mark(Sent in, @PathVariable String number, @PathVariable String kind, @PathVariable String reference) {
        return after(in, number, "mark" + kind + reference, n -> {
            marks.mark(n, causeKind(kind), reference, in.typed, in.by);
            return "?marked#causes";
        });
    }

    private static String done(Object changed) {
        return "?decided#traces";
    }

    static long id(String typed) {
        if (!typed.matches("[0-9]{1,18}")) {
            throw new Refusal.NotFound("There is no such trace.");
        }
        return Long.parseLong(typed);
    }

    private static CauseKind causeKind(String typed) {
        return Arrays.stream(CauseKind.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("There is no such cause."));
    }

    private interface Verb {
        String on(WorkItemNumber number);
    }

    private String after(Sent in, String typed, String form, Verb verb) {
        var number = handovers.get(new WorkItemNumber(typed)).number();
        try {
            return "redirect:/handovers/" + number + "/lineage" + verb.on(number);
        } catch (Refusal.Invalid refused) {
            in.response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(in, number, new Refused(form, in.typed, FieldProblems.of(refused)), null);
        } catch (Refusal.Conflict refused) {
            in.response.setStatus(HttpStatus.CONFLICT.value());
            return page(in, number, new Refused(form, in.typed, Map.of()), refused.getMessage());
        }
    }
}
