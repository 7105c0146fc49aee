package org.relevo.service.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.Choices;
import org.relevo.platform.web.FieldProblems;
import org.relevo.service.Agreements;
import org.relevo.service.Dependencies;
import org.relevo.service.Lifecycle;
import org.relevo.service.RunCosts;
import org.relevo.service.Runbooks;
import org.relevo.service.ServiceCatalogue;
import org.relevo.service.ServiceLifecycle;
import org.relevo.service.web.ServiceView.Failed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is entered in the sections of a service's page; a form that is refused is shown again where it was. */
@Controller
@RequestMapping("/services/{key}")
class ServicePartPages {

    private final ServiceCatalogue catalogue;
    private final ServiceLifecycle lifecycle;
    private final Agreements agreements;
    private final Dependencies dependencies;
    private final RunCosts costs;
    private final Runbooks runbooks;
    private final ServiceView view;

    ServicePartPages(
            ServiceCatalogue catalogue,
            ServiceLifecycle lifecycle,
            Agreements agreements,
            Dependencies dependencies,
            RunCosts costs,
            Runbooks runbooks,
            ServiceView view) {
        this.catalogue = catalogue;
        this.lifecycle = lifecycle;
        this.agreements = agreements;
        this.dependencies = dependencies;
        this.costs = costs;
        this.runbooks = runbooks;
        this.view = view;
    }

    /** What was sent, and where the answer goes. */
    record Sent(String key, Actor by, Map<String, String> typed, Model model, HttpServletResponse response) {
        String field(String name) {
            return typed.getOrDefault(name, "");
        }
    }

    @ModelAttribute
    Sent sent(
            @PathVariable String key,
            Actor by,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return new Sent(key, by, typed, model, response);
    }

    @PostMapping("/lifecycle")
    String go(Sent in) {
        return after(in, "lifecycle", "life", () -> {
            catalogue.get(in.key).requireKeeper(in.by);
            var to = Choices.one("to", in.field("to"), Lifecycle.class);
            if (to == null) {
                throw new Refusal.Invalid("to", "Choose where the service goes.");
            }
            lifecycle.go(in.key, to, in.field("because"), in.by);
        });
    }

    @PostMapping("/agreements")
    String agree(Sent in) {
        return after(in, "agreement", "agreements", () -> agreements.add(in.key, in.typed, in.by));
    }

    @PostMapping("/agreements/{id}")
    String change(Sent in, @PathVariable long id) {
        return after(in, "agreement" + id, "agreements", () -> agreements.change(in.key, id, in.typed, in.by));
    }

    @PostMapping("/agreements/{id}/remove")
    String removeAgreement(Sent in, @PathVariable long id) {
        return after(in, "agreement" + id, "agreements", () -> agreements.remove(in.key, id, in.by));
    }

    @PostMapping("/dependencies")
    String depend(Sent in) {
        return after(
                in,
                "dependency",
                "dependencies",
                () -> dependencies.add(in.key, in.field("uses"), in.field("purpose"), in.by));
    }

    @PostMapping("/dependencies/{uses}/remove")
    String removeDependency(Sent in, @PathVariable String uses) {
        return after(in, "dependency", "dependencies", () -> dependencies.remove(in.key, uses, in.by));
    }

    @PostMapping("/costs")
    String cost(Sent in) {
        return after(in, "cost", "costs", () -> costs.enter(in.key, in.typed, in.by));
    }

    @PostMapping("/costs/{id}/agree")
    String agreeToCost(Sent in, @PathVariable long id) {
        return after(in, "cost", "costs", () -> costs.agree(in.key, id, in.by));
    }

    @PostMapping("/costs/{id}/remove")
    String removeCost(Sent in, @PathVariable long id) {
        return after(in, "cost", "costs", () -> costs.remove(in.key, id, in.by));
    }

    @PostMapping("/runbooks")
    String link(Sent in) {
        return after(in, "runbook", "runbooks", () -> runbooks.add(in.key, in.typed, in.by));
    }

    @PostMapping("/runbooks/{id}/drills")
    String drilled(Sent in, @PathVariable long id) {
        return after(in, "drill" + id, "runbooks", () -> runbooks.drilled(in.key, id, in.typed, in.by));
    }

    @PostMapping("/runbooks/{id}/remove")
    String removeRunbook(Sent in, @PathVariable long id) {
        return after(in, "runbook", "runbooks", () -> runbooks.remove(in.key, id, in.by));
    }

    private String after(Sent in, String form, String section, Runnable change) {
        var service = catalogue.get(in.key);
        try {
            change.run();
            return "redirect:/services/%s?saved#%s".formatted(service.key(), section);
        } catch (Refusal.Invalid refused) {
            in.response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var failed = new Failed(form, in.typed, FieldProblems.of(refused));
            return view.page(in.by, service, failed, null, in.model);
        } catch (Refusal.Conflict refused) {
            in.response.setStatus(HttpStatus.CONFLICT.value());
            var failed = new Failed(form, in.typed, Map.of());
            return view.page(in.by, service, failed, refused.getMessage(), in.model);
        }
    }
}
