package org.relevo.rca;

import java.util.ArrayList;
import java.util.List;
import org.relevo.rca.DiffLine.Kind;

/** Which lines two texts have in common, by their longest common subsequence. */
final class Difference {

    private Difference() {}

    static List<DiffLine> between(List<String> before, List<String> after) {
        var common = new int[before.size() + 1][after.size() + 1];
        for (var i = before.size() - 1; i >= 0; i--) {
            for (var j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        var lines = new ArrayList<DiffLine>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                lines.add(new DiffLine(Kind.KEPT, after.get(j++)));
                i++;
            } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new DiffLine(Kind.REMOVED, before.get(i++)));
            } else {
                lines.add(new DiffLine(Kind.ADDED, after.get(j++)));
            }
        }
        return lines;
    }
}
