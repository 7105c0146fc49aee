package org.relevo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table that a bench run prints: each figure as it came out, beside what it is held against. */
class Figures {

    private record Figure(String what, String measured, String target, boolean met) {}

    private final List<Figure> figures = new ArrayList<>();

    void add(String what, double measured, String unit, String target, boolean met) {
        figures.add(new Figure(
                what, String.format(Locale.ROOT, "%,.3g %s", measured, unit).replace("e+03", "000"), target, met));
    }

    void note(String what, String measured) {
        figures.add(new Figure(what, measured, "", true));
    }

    @Override
    public String toString() {
        var lines = new StringBuilder("\n");
        lines.append(String.format("| %-72s | %-28s | %-20s | %s |%n", "figure", "measured", "target", "met"));
        lines.append("|%s|%s|%s|-----|%n".formatted("-".repeat(74), "-".repeat(30), "-".repeat(22)));
        for (var figure : figures) {
            lines.append(String.format(
                    "| %-72s | %-28s | %-20s | %-3s |%n",
                    figure.what(),
                    figure.measured(),
                    figure.target(),
                    figure.target().isEmpty() ? "" : figure.met() ? "yes" : "NO"));
        }
        return lines.toString();
    }
}
