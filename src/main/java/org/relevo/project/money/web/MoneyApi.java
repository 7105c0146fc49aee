package org.relevo.project.money.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.relevo.project.Projects;
import org.relevo.project.money.Deliveries;
import org.relevo.project.money.Line;
import org.relevo.project.money.MoneyFigures;
import org.relevo.project.money.Period;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The money of a project over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/projects/{key}/money", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Projects")
class MoneyApi {

    private final Projects projects;
    private final MoneyFigures figures;
    private final Deliveries deliveries;
    private final MoneyView view;
    private final Clock clock;

    MoneyApi(Projects projects, MoneyFigures figures, Deliveries deliveries, MoneyView view, Clock clock) {
        this.projects = projects;
        this.figures = figures;
        this.deliveries = deliveries;
        this.view = view;
        this.clock = clock;
    }

    /** @param lines the last one without an id is what was spent without a line */
    record Money(
            String currency,
            LocalDate today,
            Line total,
            List<Line> lines,
            List<Period> months,
            List<MoneyView.Order> orders,
            List<Deliveries.Delivery> deliveries) {}

    @GetMapping
    @Operation(
            summary = "Budget, spending, forecast and why they differ; orders, and deliveries with every promised day")
    Money money(@PathVariable String key) {
        var project = projects.get(key);
        var today = project.today(clock);
        var lines = figures.lines(project.key(), today);
        return new Money(
                project.currency().getCurrencyCode(),
                today,
                MoneyFigures.total(lines),
                lines,
                figures.periods(project.key()),
                view.orders(project.key()),
                deliveries.of(project.key()));
    }
}
