package org.relevo.project.earned;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.relevo.project.earned.Figure.Remark;
import org.relevo.project.money.MoneyFigures;
import org.springframework.stereotype.Component;

/** What a project planned, earned and spent by a day, and what follows from it. */
@Component
public class EarnedValue {

    private static final int POINTS = 60;

    private final WorkPackages packages;
    private final MoneyFigures money;

    EarnedValue(WorkPackages packages, MoneyFigures money) {
        this.packages = packages;
        this.money = money;
    }

    /** A day of the chart; what is after today is planned only. */
    public record Point(
            LocalDate day,
            BigDecimal planned,
            @Nullable BigDecimal earned,
            @Nullable BigDecimal spent) {}

    public record Picture(LocalDate day, List<WorkPackage> packages, List<Figure> figures, List<Point> points) {}

    public Picture of(String project, LocalDate day) {
        var work = packages.of(project);
        var spent = money.spent(project, day);
        var total = MoneyFigures.total(money.lines(project, day));
        var remaining = total.budget().signum() == 0 ? null : total.remaining();
        var standing = new Standing(
                sum(work, WorkPackage::budget),
                sum(work, one -> one.planned(day)),
                sum(work, one -> one.earned(day)),
                by(spent, day),
                remaining);
        var figures = new ArrayList<>(Figures.of(standing).values());
        figures.addAll(schedule(work, standing.earned(), day));
        return new Picture(day, work, figures, points(work, spent, day));
    }

    private static List<Figure> schedule(List<WorkPackage> work, BigDecimal earned, LocalDate day) {
        return work.isEmpty()
                ? EarnedSchedule.none(Remark.NO_WORK)
                : EarnedSchedule.of(at -> sum(work, one -> one.planned(at)), start(work), finish(work), earned, day);
    }

    private static List<Point> points(List<WorkPackage> work, TreeMap<LocalDate, BigDecimal> spent, LocalDate day) {
        if (work.isEmpty()) {
            return List.of();
        }
        var from = spent.isEmpty() || spent.firstKey().isAfter(start(work)) ? start(work) : spent.firstKey();
        var to = finish(work).isBefore(day) ? day : finish(work);
        var step = Math.max(1, (from.until(to, ChronoUnit.DAYS) + POINTS - 1) / POINTS);
        var days = new java.util.TreeSet<LocalDate>();
        from.minusDays(1).datesUntil(to, java.time.Period.ofDays((int) step)).forEach(days::add);
        days.add(to);
        if (!day.isBefore(from)) {
            days.add(day);
        }
        return days.stream()
                .map(at -> new Point(
                        at,
                        sum(work, one -> one.planned(at)),
                        at.isAfter(day) ? null : sum(work, one -> one.earned(at)),
                        at.isAfter(day) ? null : by(spent, at)))
                .toList();
    }

    private static BigDecimal by(TreeMap<LocalDate, BigDecimal> spent, LocalDate day) {
        var entry = spent.floorEntry(day);
        return entry == null ? BigDecimal.ZERO : entry.getValue();
    }

    private static LocalDate start(List<WorkPackage> work) {
        return work.stream().map(WorkPackage::start).min(LocalDate::compareTo).orElseThrow();
    }

    /** The last day on which something is planned to be earned. */
    private static LocalDate finish(List<WorkPackage> work) {
        return work.stream()
                .flatMap(one -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(one.finish()),
                        one.steps().stream().map(WorkPackage.Step::planned)))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static BigDecimal sum(List<WorkPackage> work, Function<WorkPackage, BigDecimal> what) {
        return work.stream().map(what).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
