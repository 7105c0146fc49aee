package org.relevo.people.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.relevo.people.Gap;

/** What is wrong with a rota, each told once with all its times. */
record GapRows(List<Row> rows) {

    private static final int MOST_TIMES = 8;

    record Row(Gap gap, List<String> times, int more) {}

    static GapRows of(List<Gap> gaps, WallClock wall) {
        var same = new LinkedHashMap<String, List<Gap>>();
        gaps.forEach(gap -> same.computeIfAbsent(gap.kind() + " " + gap.layer() + gap.text(), key -> new ArrayList<>())
                .add(gap));
        return new GapRows(same.values().stream()
                // A gap before any conflict.
                .sorted(Comparator.comparing(together -> together.get(0).kind()))
                .map(together -> new Row(
                        together.get(0),
                        together.stream()
                                .limit(MOST_TIMES)
                                .map(gap -> wall.span(gap.from(), gap.to()))
                                .toList(),
                        Math.max(0, together.size() - MOST_TIMES)))
                .toList());
    }
}
