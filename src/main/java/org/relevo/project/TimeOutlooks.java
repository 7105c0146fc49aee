package org.relevo.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When a project and its stages will end, by their milestones: days from the start to the last of them. */
@Component
class TimeOutlooks implements Outlooks {

    private final Projects projects;
    private final Plans plans;

    TimeOutlooks(Projects projects, Plans plans) {
        this.projects = projects;
        this.plans = plans;
    }

    @Override
    public List<Outlook> of(String project, LocalDate today) {
        var milestones = plans.milestones(project);
        var stages = plans.stages(project);
        var begins = Optional.ofNullable(projects.get(project).startsOn())
                .or(() -> earliest(stages.stream().map(Stage::baselineStart)))
                .or(() -> earliest(milestones.stream().map(Milestone::baseline)));
        var outlooks = new ArrayList<Outlook>();
        begins.flatMap(start -> of(null, start, milestones, today)).ifPresent(outlooks::add);
        for (var stage : stages) {
            var own = milestones.stream()
                    .filter(one -> Long.valueOf(stage.id()).equals(one.stage()))
                    .toList();
            of(stage.id(), stage.baselineStart(), own, today).ifPresent(outlooks::add);
        }
        return outlooks;
    }

    private static Optional<LocalDate> earliest(Stream<LocalDate> days) {
        return days.min(Comparator.naturalOrder());
    }

    /**
     * None where there is no milestone. What has passed is what is so today: the days until the last milestone was reached,
     * or until today.
     */
    static Optional<Outlook> of(
            @Nullable Long stage, LocalDate start, Collection<Milestone> milestones, LocalDate today) {
        if (milestones.isEmpty()) {
            return Optional.empty();
        }
        var baseline = milestones.stream()
                .map(Milestone::baseline)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var last = milestones.stream()
                .max(Comparator.comparing((Milestone one) -> one.expected(today)))
                .orElseThrow();
        var end = last.expected(today);
        var done = milestones.stream().allMatch(Milestone::reached);
        var passed = done || today.isBefore(start) ? (done ? end : start) : today;
        return Optional.of(new Outlook(
                Dimension.TIME,
                stage,
                days(start, baseline),
                days(start, passed),
                days(start, end),
                "the last milestone, \"%s\", %s %s; %s was promised"
                        .formatted(last.name(), last.reached() ? "was reached on" : "is expected on", end, baseline)));
    }

    private static BigDecimal days(LocalDate from, LocalDate to) {
        return BigDecimal.valueOf(Math.max(0, from.until(to, ChronoUnit.DAYS)));
    }
}
