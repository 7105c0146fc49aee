package org.relevo.incident.communication;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The beginning of what a webhook answers. */
final class BriefAnswer {

    private static final int MOST = 300;

    private BriefAnswer() {}

    static String read(InputStream answer) throws IOException {
        return words(new String(answer.readNBytes(MOST + 4), StandardCharsets.UTF_8));
    }

    /** On one line, and not at length. */
    static String words(String said) {
        var line = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= MOST ? line : line.substring(0, MOST) + "…";
    }
}
