package org.relevo.escalation.web;

import java.time.Clock;
import org.relevo.escalation.EscalationAcknowledged;
import org.relevo.escalation.Escalations;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people do with escalations on the page of a case. */
@Controller
class EscalationPages {

    private final Escalations escalations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EscalationPages(Escalations escalations, ApplicationEventPublisher events, Clock clock) {
        this.escalations = escalations;
        this.events = events;
        this.clock = clock;
    }

    @PostMapping("/incidents/{number}/escalations/acknowledge")
    @Transactional
    public String acknowledge(Actor who, @PathVariable String number) {
        who.require(Role.AGENT, Role.SERVICE_MANAGER);
        events.publishEvent(new EscalationAcknowledged(new WorkItemNumber(number), who.name(), clock.instant()));
        return "redirect:/incidents/" + number;
    }

    @PostMapping("/incidents/{number}/escalations/{id}/end")
    String end(
            Actor who,
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String because) {
        escalations.switchOff(id, because, who);
        return "redirect:/incidents/" + number;
    }
}
