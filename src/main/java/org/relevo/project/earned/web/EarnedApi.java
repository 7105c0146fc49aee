package org.relevo.project.earned.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.project.Projects;
import org.relevo.project.earned.EarnedValue;
import org.relevo.project.earned.Figure;
import org.relevo.project.earned.WorkPackage;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The earned value of a project over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/projects/{key}/earned-value", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Projects")
class EarnedApi {

    private final Projects projects;
    private final EarnedValue earned;
    private final Clock clock;

    EarnedApi(Projects projects, EarnedValue earned, Clock clock) {
        this.projects = projects;
        this.earned = earned;
        this.clock = clock;
    }

    /** @param value none where the remark says why */
    record Said(
            String name,
            String unit,
            @Nullable BigDecimal value,
            String formula,
            @Nullable String numbers,
            @Nullable String remark) {

        static Said of(Figure one) {
            var remark = one.remark();
            return new Said(
                    one.name(),
                    one.unit().name(),
                    one.rounded(),
                    one.formula(),
                    one.numbers(),
                    remark == null ? null : remark.text());
        }
    }

    record Standing(
            String currency,
            LocalDate day,
            List<Said> figures,
            List<WorkPackage> packages,
            List<EarnedValue.Point> points) {}

    @GetMapping
    @Operation(summary = "Earned value by a day (today where none is given), each figure with its formula and numbers")
    Standing standing(@PathVariable String key, @RequestParam(required = false) @Nullable LocalDate day) {
        var project = projects.get(key);
        var picture = earned.of(project.key(), day == null ? project.today(clock) : day);
        return new Standing(
                project.currency().getCurrencyCode(),
                picture.day(),
                picture.figures().stream().map(Said::of).toList(),
                picture.packages(),
                picture.points());
    }
}
