package org.relevo.workflow.insight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.workflow.insight.Insight;
import org.relevo.workflow.insight.Period;
import org.relevo.workflow.insight.Step;
import org.relevo.workflow.insight.Way;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a process runs, for machines. */
@RestController
@RequestMapping("/api/v1/processes/{key}/insight")
@Tag(name = "Processes")
class InsightApi {

    private final Insight insight;

    InsightApi(Insight insight) {
        this.insight = insight;
    }

    record Element(
            String id,
            String name,
            String kind,
            long now,
            long overdue,
            @Nullable Instant since,
            long passed,
            @Nullable Double meanSeconds,
            @Nullable Double ninetiethPercentileSeconds,
            long due,
            long late,
            @Nullable Integer latePercent,
            boolean current) {

        static Element of(Step step) {
            return new Element(
                    step.id(),
                    step.name(),
                    step.kind(),
                    step.now(),
                    step.overdue(),
                    step.since(),
                    step.passed(),
                    seconds(step.mean()),
                    seconds(step.ninety()),
                    step.due(),
                    step.late(),
                    step.lateShare(),
                    step.current());
        }
    }

    record Path(List<String> elements, long cases, int percent, double meanSeconds, double ninetiethPercentileSeconds) {

        static Path of(Way way) {
            return new Path(
                    way.elements(),
                    way.cases(),
                    way.share(),
                    way.mean().toMillis() / 1000.0,
                    way.ninety().toMillis() / 1000.0);
        }
    }

    record Runs(
            String key,
            int version,
            Instant since,
            long running,
            long ended,
            List<Element> elements,
            List<Path> paths) {}

    @GetMapping
    @Operation(
            summary = "Where cases stand, how long each element takes and how much of it is late, and the most common"
                    + " paths. period is week, month, quarter (unless said otherwise) or year; durations in seconds")
    Runs runs(@PathVariable String key, @RequestParam(defaultValue = "") String period) {
        var process = insight.of(key, Period.asked(period));
        return new Runs(
                process.key(),
                process.version(),
                process.since(),
                process.running(),
                process.ended(),
                process.steps().stream().map(Element::of).toList(),
                process.ways().stream().map(Path::of).toList());
    }

    private static @Nullable Double seconds(@Nullable Duration length) {
        return length == null ? null : length.toMillis() / 1000.0;
    }
}
