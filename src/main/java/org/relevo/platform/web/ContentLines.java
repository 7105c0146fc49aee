package org.relevo.platform.web;

import java.nio.charset.StandardCharsets;

/** The lines of an iCalendar object as they travel (RFC 5545): folded by octets, and never within a character. */
public final class ContentLines {

    private static final int LONGEST = 75;

    private ContentLines() {}

    public static String folded(String text) {
        var folded = new StringBuilder(text.length() + 64);
        text.lines().forEach(line -> fold(line, folded));
        return folded.toString();
    }

    private static void fold(String line, StringBuilder to) {
        var octets = 0;
        for (var at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            var character = Character.toString(line.codePointAt(at));
            var length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST) {
                to.append("\r\n ");
                octets = 1;
            }
            to.append(character);
            octets += length;
        }
        to.append("\r\n");
    }
}
