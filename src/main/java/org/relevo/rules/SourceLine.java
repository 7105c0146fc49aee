package org.relevo.rules;

/**
 * A line of a file of sentences, without the blanks around it.
 *
 * @param number counted from 1
 * @param indent how many characters stand before the text
 */
record SourceLine(String file, int number, int indent, String text) {

    static SourceLine of(String file, int number, String raw) {
        for (var i = 0; i < raw.length(); i++) {
            var character = raw.charAt(i);
            if (!printable(character)) {
                throw RuleBookProblem.at(
                        file, number, i + 1, "the character U+%04X cannot stand in a rule. Delete it.".formatted((int)
                                        character));
            }
        }
        var text = raw.strip();
        return new SourceLine(file, number, raw.indexOf(text), text);
    }

    private static boolean printable(char character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\t';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.FORMAT, Character.SURROGATE ->
                false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> true;
        };
    }

    boolean isRemark() {
        return text.isEmpty() || text.startsWith("#");
    }

    /** A problem at a character of the text, counted from 0. */
    RuleBookProblem problem(int at, String message) {
        return RuleBookProblem.at(file, number, indent + at + 1, message);
    }
}
