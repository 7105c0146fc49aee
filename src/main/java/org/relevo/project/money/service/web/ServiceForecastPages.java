package org.relevo.project.money.service.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.project.Projects;
import org.relevo.project.money.service.ServiceForecast;
import org.relevo.project.money.service.ServiceForecasts;
import org.relevo.project.money.web.MoneyView;
import org.relevo.project.raid.Assumptions;
import org.relevo.project.web.ProjectView.Failed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the services of a project will cost; a form that is refused is shown again where it was. */
@Controller
@RequestMapping("/projects/{key}/money/services")
class ServiceForecastPages {

    private static final Failed FINE = new Failed("", Map.of(), Map.of());

    private final Projects projects;
    private final ServiceForecasts forecasts;
    private final Assumptions assumptions;
    private final MoneyView frame;

    ServiceForecastPages(Projects projects, ServiceForecasts forecasts, Assumptions assumptions, MoneyView frame) {
        this.projects = projects;
        this.forecasts = forecasts;
        this.assumptions = assumptions;
        this.frame = frame;
    }

    /** What was sent, and where the answer goes. */
    record Sent(String key, Actor by, Map<String, String> typed, Model model, HttpServletResponse response) {}

    /** An assumption in a list to choose from. */
    public record Choice(long id, String name) {}

    public record Sums(BigDecimal low, BigDecimal amount, BigDecimal high) {}

    @ModelAttribute
    Sent sent(
            @PathVariable String key,
            Actor by,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return new Sent(key, by, typed, model, response);
    }

    @GetMapping
    String show(Sent in) {
        return page(in, FINE);
    }

    @PostMapping
    String add(Sent in) {
        return after(in, "service", "saved", () -> forecasts.add(in.key, in.typed, in.by));
    }

    @PostMapping("/{id}/prices")
    String price(Sent in, @PathVariable long id) {
        return after(in, "price" + id, "saved", () -> forecasts.change(in.key, id, in.typed, in.by));
    }

    @PostMapping("/{id}/plan")
    String plan(Sent in, @PathVariable long id) {
        return after(in, "", "planned", () -> forecasts.plan(in.key, id, in.by));
    }

    @PostMapping("/{id}/remove")
    String remove(Sent in, @PathVariable long id) {
        return after(in, "", "saved", () -> forecasts.remove(in.key, id, in.by));
    }

    private String after(Sent in, String form, String said, Runnable change) {
        try {
            change.run();
            return "redirect:/projects/%s/money/services?%s"
                    .formatted(projects.get(in.key).key(), said);
        } catch (Refusal.Invalid refused) {
            in.response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(in, new Failed(form, in.typed, FieldProblems.of(refused)));
        }
    }

    private String page(Sent in, Failed failed) {
        var project = projects.get(in.key);
        var all = forecasts.of(project);
        in.model.addAttribute("forecasts", all);
        in.model.addAttribute(
                "sums",
                all.stream()
                        .collect(Collectors.toMap(
                                ServiceForecast::id,
                                one -> new Sums(
                                        one.total(ServiceForecast.Month::low),
                                        one.total(ServiceForecast.Month::amount),
                                        one.total(ServiceForecast.Month::high)))));
        in.model.addAttribute(
                "numbers",
                assumptions.of(project.key()).stream()
                        .filter(one -> one.value() != null)
                        .map(one -> new Choice(
                                one.id(),
                                "%s: %s"
                                        .formatted(
                                                one.text(),
                                                String.valueOf(one.value()).replaceAll("[.]?0+$", ""))))
                        .toList());
        frame.frame(in.by, project, failed, in.model);
        return "project/services";
    }
}
