package org.relevo.inbox.web;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relevo.inbox.Diagrams;
import org.relevo.incident.Incidents;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.workitem.WorkItemNumber;
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

/** The list of incidents, and each with everything that is known of it. */
@Controller
class IncidentPages {

    private static final MediaType XML = MediaType.parseMediaType("application/xml;charset=UTF-8");

    private final Incidents incidents;
    private final IncidentView view;

    IncidentPages(Incidents incidents, IncidentView view) {
        this.incidents = incidents;
        this.view = view;
    }

    @GetMapping("/incidents")
    ModelAndView list(Actor who, @ModelAttribute IncidentQuery query) {
        return new ModelAndView("incident/list", view.list(query));
    }

    @GetMapping("/incidents/{number}")
    ModelAndView incident(Actor who, @PathVariable String number) {
        return page(who, number, null, null);
    }

    @PostMapping("/incidents/{number}/acknowledge")
    ModelAndView acknowledge(Actor who, @PathVariable String number) {
        try {
            incidents.acknowledge(new WorkItemNumber(number), who, "on the page");
            return to(number);
        } catch (Refusal.Conflict refused) {
            return page(who, number, refused, null);
        }
    }

    @PostMapping("/incidents/{number}/resolve")
    ModelAndView resolve(Actor who, @PathVariable String number, @RequestParam(defaultValue = "") String summary) {
        try {
            incidents.resolve(new WorkItemNumber(number), who, summary.strip());
            return to(number);
        } catch (Refusal.Conflict | Refusal.Invalid refused) {
            return page(who, number, refused, summary);
        }
    }

    @GetMapping("/incidents/{number}/diagram.xml")
    ResponseEntity<String> diagram(@PathVariable String number) {
        return ResponseEntity.ok().contentType(XML).body(picture(number).xml());
    }

    @GetMapping(path = "/incidents/{number}/diagram.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Tokens> tokens(@PathVariable String number) {
        var picture = picture(number);
        return ResponseEntity.ok(new Tokens(picture.active(), picture.completed(), picture.taken()));
    }

    /** Ids of the elements of a diagram: those that wait, those that have ended, the flows that were taken. */
    record Tokens(Set<String> active, Set<String> done, Set<String> taken) {}

    private Diagrams.Diagram picture(String number) {
        var picture = view.diagram(new WorkItemNumber(number));
        if (picture == null) {
            throw new Refusal.NotFound("%s has no process to show.".formatted(number));
        }
        return picture;
    }

    private ModelAndView page(Actor who, String number, @Nullable Refusal refused, @Nullable String summary) {
        var model = view.incident(who, new WorkItemNumber(number));
        model.put("refused", refused == null ? null : refused.getMessage());
        model.put("summary", summary);
        return new ModelAndView("incident/incident", model, refused == null ? HttpStatus.OK : status(refused));
    }

    private static HttpStatus status(Refusal refused) {
        return refused instanceof Refusal.Invalid ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT;
    }

    private static ModelAndView to(String number) {
        return new ModelAndView("redirect:/incidents/{number}", Map.of("number", number));
    }
}
