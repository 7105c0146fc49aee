package org.relevo.escalation.web;

import org.relevo.escalation.AcknowledgeLinks;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.workitem.WorkItems;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the button of an escalation mail leads to: opening it shows a page, and only the page's own button acts. */
@Controller
@RequestMapping("/acknowledge/{token}")
class AcknowledgePages {

    private final AcknowledgeLinks links;
    private final WorkItems workItems;
    private final People people;

    AcknowledgePages(AcknowledgeLinks links, WorkItems workItems, People people) {
        this.people = people;
        this.links = links;
        this.workItems = workItems;
    }

    @GetMapping
    String show(@PathVariable String token, Model model, jakarta.servlet.http.HttpServletResponse response) {
        return page(links.standing(token), false, model, response);
    }

    @PostMapping
    String acknowledge(@PathVariable String token, Model model, jakarta.servlet.http.HttpServletResponse response) {
        links.acknowledge(token);
        return page(links.standing(token), true, model, response);
    }

    private String page(
            AcknowledgeLinks.Standing standing,
            boolean acted,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Robots-Tag", "noindex");
        model.addAttribute("standing", standing);
        model.addAttribute("acted", acted);
        model.addAttribute(
                "recipient", people.find(standing.username()).map(Person::name).orElse(standing.username()));
        model.addAttribute("item", workItems.find(standing.workItem()).orElseThrow());
        return "escalation/acknowledge";
    }
}
