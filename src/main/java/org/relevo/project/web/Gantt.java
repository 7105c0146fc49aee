package org.relevo.project.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relevo.project.Milestone;
import org.relevo.project.Stage;

/**
 * The plan as a picture: each stage as a bar and each milestone as a mark, as promised and as expected. Places along the
 * time are percentages of the picture's width, so that the text keeps its size on a phone.
 *
 * @param left how many milestones are not drawn, because the picture would be too long
 */
public record Gantt(int height, List<Tick> ticks, @Nullable String today, List<Row> rows, int left) {

    private static final int TOP = 26;
    private static final int HIGH = 36;
    private static final int MOST_ROWS = 80;
    private static final int MOST_TICKS = 6;

    public record Tick(String x, String label) {}

    /**
     * One line of the picture.
     *
     * @param baseline where it was promised; a stage also has a width
     * @param expected where it is expected or was reached
     * @param tone {@code late}, {@code ok} or none
     */
    public record Row(int y, boolean stage, String label, Span baseline, Span expected, String tone, boolean reached) {

        /** Where to write on it, below its label. */
        public int at(int further) {
            return y + further;
        }

        /** What lies between the promised and the expected end. */
        public Span slip() {
            var from = Math.min(baseline.from, expected.from);
            return new Span(from, Math.max(baseline.from, expected.from) - from);
        }
    }

    /** A stretch in hundredths of a percent. */
    public record Span(long from, long width) {

        public String getX() {
            return percent(from);
        }

        public String getWidth() {
            return percent(width);
        }

        private static String percent(long hundredths) {
            return String.format(Locale.ROOT, "%d.%02d%%", hundredths / 100, hundredths % 100);
        }
    }

    /** Null where nothing is planned. */
    static @Nullable Gantt of(List<Stage> stages, List<Milestone> milestones, LocalDate today, Locale locale) {
        var days = Stream.of(
                        stages.stream().flatMap(one -> Stream.of(one.baselineStart(), one.baselineEnd())),
                        milestones.stream().flatMap(one -> Stream.of(one.baseline(), one.expected(today))))
                .flatMap(one -> one)
                .sorted()
                .toList();
        if (days.isEmpty()) {
            return null;
        }
        var length = days.get(0).until(days.get(days.size() - 1), ChronoUnit.DAYS);
        var margin = Math.max(2, length * 3 / 100);
        var scale = new Scale(
                days.get(0).minusDays(margin), days.get(days.size() - 1).plusDays(margin));
        var rows = new ArrayList<Row>();
        for (var stage : stages) {
            var own = of(stage.id(), milestones);
            rows.add(row(stage, own, today, scale, rows.size()));
            own.forEach(one -> rows.add(row(one, today, scale, rows.size())));
        }
        of(null, milestones).forEach(one -> rows.add(row(one, today, scale, rows.size())));
        var drawn = rows.subList(0, Math.min(MOST_ROWS, rows.size()));
        return new Gantt(
                TOP + drawn.size() * HIGH + 6,
                ticks(scale, locale),
                scale.holds(today) ? new Span(scale.at(today), 0).getX() : null,
                List.copyOf(drawn),
                rows.size() - drawn.size());
    }

    private static List<Milestone> of(@Nullable Long stage, List<Milestone> milestones) {
        return milestones.stream()
                .filter(one -> Objects.equals(one.stage(), stage))
                .toList();
    }

    /** A stage ends as much later as its last milestone does. */
    private static Row row(Stage stage, List<Milestone> own, LocalDate today, Scale scale, int index) {
        var promised = own.stream().map(Milestone::baseline).max(LocalDate::compareTo);
        var expected = own.stream().map(one -> one.expected(today)).max(LocalDate::compareTo);
        var slip = promised.isEmpty() ? 0 : promised.get().until(expected.orElseThrow(), ChronoUnit.DAYS);
        var done = !own.isEmpty() && own.stream().allMatch(Milestone::reached);
        var end = stage.baselineEnd().plusDays(slip);
        var start = stage.baselineStart();
        return new Row(
                TOP + index * HIGH,
                true,
                stage.name(),
                scale.span(start, stage.baselineEnd()),
                scale.span(start, end.isBefore(start) ? start : end),
                done ? "ok" : slip > 0 ? "late" : "",
                done);
    }

    private static Row row(Milestone one, LocalDate today, Scale scale, int index) {
        var expected = one.expected(today);
        return new Row(
                TOP + index * HIGH,
                false,
                one.name(),
                scale.span(one.baseline(), one.baseline()),
                scale.span(expected, expected),
                one.reached() ? "ok" : expected.isAfter(one.baseline()) ? "late" : "",
                one.reached());
    }

    private static List<Tick> ticks(Scale scale, Locale locale) {
        var first = YearMonth.from(scale.from).plusMonths(1);
        var months = first.until(YearMonth.from(scale.to), ChronoUnit.MONTHS) + 1;
        var step = Stream.of(1, 2, 3, 6, 12, 24, 60, 120)
                .filter(one -> months / one <= MOST_TICKS)
                .findFirst()
                .orElse(600);
        var ticks = new ArrayList<Tick>();
        var label = DateTimeFormatter.ofPattern("MMM yy", locale);
        for (var month = first; !month.atDay(1).isAfter(scale.to); month = month.plusMonths(step)) {
            var at = scale.at(month.atDay(1));
            // A label at the very edge would be cut off.
            if (at <= 9_200) {
                ticks.add(new Tick(new Span(at, 0).getX(), month.format(label)));
            }
        }
        return ticks;
    }

    private record Scale(LocalDate from, LocalDate to) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        long at(LocalDate day) {
            return from.until(day, ChronoUnit.DAYS) * 10_000 / Math.max(1, from.until(to, ChronoUnit.DAYS));
        }

        Span span(LocalDate start, LocalDate end) {
            return new Span(at(start), at(end) - at(start));
        }
    }
}
