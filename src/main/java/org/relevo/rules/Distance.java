package org.relevo.rules;

/** How far apart two sentences are, to name the one that was probably meant. */
final class Distance {

    private Distance() {}

    /** The number of characters to insert, delete or replace (Levenshtein). */
    static int between(String one, String other) {
        var above = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var row = new int[other.length() + 1];
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }

    /** Where the second sentence stops to read like the first, counted from 0. */
    static int firstDifference(String one, String other) {
        var i = 0;
        while (i < one.length() && i < other.length() && one.charAt(i) == other.charAt(i)) {
            i++;
        }
        return i;
    }
}
