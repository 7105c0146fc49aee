package org.relevo.commitment.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.relevo.commitment.LedgerLine;

/**
 * A ledger as a page shows it, each line with the sum up to it.
 *
 * @param lines the latest, in order
 * @param earlier how many lines before them are left out
 */
public record Account(List<Line> lines, int earlier, Duration sum) {

    private static final int SHOWN = 500;

    /** A line with what has been counted up to its end. */
    public record Line(LedgerLine line, Duration sum) {}

    static Account of(List<LedgerLine> ledger) {
        var lines = new ArrayList<Line>();
        var sum = Duration.ZERO;
        for (var line : ledger) {
            sum = sum.plus(line.counted());
            lines.add(new Line(line, sum));
        }
        var earlier = Math.max(0, lines.size() - SHOWN);
        return new Account(List.copyOf(lines.subList(earlier, lines.size())), earlier, sum);
    }
}
