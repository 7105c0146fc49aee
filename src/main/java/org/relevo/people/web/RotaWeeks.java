package org.relevo.people.web;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.relevo.people.Gap;
import org.relevo.people.Person;
import org.relevo.people.Shift;

/** Eight weeks of a rota as a page shows them: a row for each week, a cell for each layer. */
record RotaWeeks(List<Integer> layers, List<Week> weeks) {

    static final int WEEKS = 8;
    private static final int COLOURS = 6;

    /** @param monday when the week begins */
    record Week(Instant monday, List<Cell> cells) {}

    /** @param bars drawn in percent of the week, @param lines the same in words */
    record Cell(int layer, List<Bar> bars, List<Line> lines) {

        /** Whether the lines are so many that only a summary is shown at first. */
        public boolean isLong() {
            return lines.size() > 4;
        }

        public String names() {
            return String.join(", ", lines.stream().map(Line::name).distinct().toList());
        }

        public boolean hasGap() {
            return lines.stream().anyMatch(line -> line.kind().equals("gap"));
        }
    }

    record Bar(String x, String width, String look) {}

    /**
     * @param starts blank where it goes on from the week before
     * @param ends blank where the next line begins at that time
     * @param kind {@code rotation}, {@code override}, {@code swap}, {@code cover} or {@code gap}
     * @param twice whether the person is on call elsewhere too at some time of it
     */
    record Line(String starts, String ends, String name, String kind, boolean twice) {}

    private record Piece(Instant from, Instant to, String name, String kind, int colour, boolean twice) {}

    static Instant begin(Instant now, WallClock wall) {
        return monday(now.atZone(wall.zone()).toLocalDate(), wall);
    }

    static Instant end(Instant now, WallClock wall) {
        return monday(now.atZone(wall.zone()).toLocalDate().plusWeeks(WEEKS), wall);
    }

    private static Instant monday(LocalDate day, WallClock wall) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(wall.zone())
                .toInstant();
    }

    static RotaWeeks of(
            List<Integer> layers, List<Shift> shifts, List<Gap> gaps, String nobody, Instant now, WallClock wall) {
        var people = shifts.stream()
                .map(Shift::person)
                .map(Person::username)
                .distinct()
                .sorted()
                .toList();
        var first = begin(now, wall).atZone(wall.zone()).toLocalDate();
        var weeks = IntStream.range(0, WEEKS)
                .mapToObj(week -> {
                    var from = monday(first.plusWeeks(week), wall);
                    var to = monday(first.plusWeeks(week + 1L), wall);
                    var cells = layers.stream()
                            .map(layer ->
                                    cell(layer, pieces(layer, shifts, gaps, people, nobody, from, to), from, to, wall))
                            .toList();
                    return new Week(from, cells);
                })
                .toList();
        return new RotaWeeks(layers, weeks);
    }

    private static List<Piece> pieces(
            int layer,
            List<Shift> shifts,
            List<Gap> gaps,
            List<String> people,
            String nobody,
            Instant from,
            Instant to) {
        var own = gaps.stream().filter(gap -> gap.layer() == layer).toList();
        var held = shifts.stream()
                .filter(shift -> shift.layer() == layer)
                .map(shift -> new Piece(
                        shift.from(),
                        shift.to(),
                        shift.person().name(),
                        shift.kind().name().toLowerCase(Locale.ROOT),
                        people.indexOf(shift.person().username()) % COLOURS,
                        own.stream().anyMatch(gap -> clashes(gap, shift))));
        var missing = own.stream()
                .filter(gap -> gap.kind() == Gap.Kind.GAP)
                .map(gap -> new Piece(gap.from(), gap.to(), nobody, "gap", -1, false));
        return Stream.concat(held, missing)
                .filter(piece -> piece.from().isBefore(to) && piece.to().isAfter(from))
                .sorted(Comparator.comparing(Piece::from))
                .toList();
    }

    /** On one layer only one person is on call at a time, so the time tells whose conflict it is. */
    private static boolean clashes(Gap gap, Shift shift) {
        return gap.kind() == Gap.Kind.CONFLICT
                && gap.from().isBefore(shift.to())
                && gap.to().isAfter(shift.from());
    }

    private static Cell cell(int layer, List<Piece> pieces, Instant from, Instant to, WallClock wall) {
        var lines = new ArrayList<Line>();
        for (var i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            var next = i + 1 < pieces.size() ? pieces.get(i + 1).from() : to;
            var ends = piece.to().isBefore(next) ? wall.weekday(piece.to()) : "";
            var starts = piece.from().isBefore(from) ? "" : wall.weekday(piece.from());
            lines.add(new Line(starts, ends, piece.name(), piece.kind(), piece.twice()));
        }
        return new Cell(
                layer, pieces.stream().map(piece -> bar(piece, from, to)).toList(), lines);
    }

    private static Bar bar(Piece piece, Instant from, Instant to) {
        var begins = piece.from().isBefore(from) ? from : piece.from();
        var ends = piece.to().isAfter(to) ? to : piece.to();
        var look = piece.kind().equals("gap") ? "gap" : "who" + piece.colour();
        return new Bar(percent(from, begins, to), percent(from, from.plus(Duration.between(begins, ends)), to), look);
    }

    private static String percent(Instant from, Instant at, Instant to) {
        var share = (double) Duration.between(from, at).toSeconds()
                / Duration.between(from, to).toSeconds();
        return String.format(Locale.ROOT, "%.3f%%", share * 100);
    }
}
