package org.relevo.project.earned.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relevo.project.earned.EarnedValue.Point;

/** PV, EV and AC over time, on a ground of 1000 by 400. */
public record Chart(
        String planned, String earned, String spent, int today, LocalDate from, LocalDate to, BigDecimal most) {

    private static final int WIDE = 1000;
    private static final int HIGH = 400;

    /** Null where nothing is planned. */
    public static @Nullable Chart of(List<Point> points, LocalDate today) {
        if (points.size() < 2) {
            return null;
        }
        var from = points.get(0).day();
        var to = points.get(points.size() - 1).day();
        var most = points.stream()
                .flatMap(one -> Stream.of(one.planned(), one.earned(), one.spent()))
                .filter(Objects::nonNull)
                .max(BigDecimal::compareTo)
                .filter(one -> one.signum() > 0)
                .orElse(BigDecimal.ONE);
        return new Chart(
                line(points, Point::planned, most),
                line(points, Point::earned, most),
                line(points, Point::spent, most),
                at(from, to, today),
                from,
                to,
                most);
    }

    private static String line(List<Point> points, Function<Point, @Nullable BigDecimal> what, BigDecimal most) {
        var from = points.get(0).day();
        var to = points.get(points.size() - 1).day();
        return points.stream()
                .filter(one -> what.apply(one) != null)
                .map(one -> {
                    var high = Objects.requireNonNull(what.apply(one)).doubleValue() / most.doubleValue();
                    return String.format(Locale.ROOT, "%d,%.1f", at(from, to, one.day()), HIGH - HIGH * high);
                })
                .collect(Collectors.joining(" "));
    }

    private static int at(LocalDate from, LocalDate to, LocalDate day) {
        var place = from.until(day, ChronoUnit.DAYS) * WIDE / Math.max(1, from.until(to, ChronoUnit.DAYS));
        return (int) Math.min(WIDE, Math.max(0, place));
    }
}
