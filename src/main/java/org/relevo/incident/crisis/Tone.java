package org.relevo.incident.crisis;

import java.util.stream.Stream;

/** The colour that an event has by its kind: {@code late}, {@code ok}, {@code go} or none. */
public final class Tone {

    private Tone() {}

    public static String of(String kind) {
        if (contains(kind, "ESCALAT", "BREACH", "MISSED", "UNDELIVERED", "FAILED")) {
            return "late";
        }
        if (contains(kind, "ACKNOWLEDGED", "RESOLVED", "DEPLOYED", "CONFIRMED", "ACCEPTED", "DONE", "CLOSED")) {
            return "ok";
        }
        return contains(kind, "MEETING_CALLED", "ROLE_TAKEN", "HANDOVER", "PROPOSED") ? "go" : "";
    }

    private static boolean contains(String kind, String... parts) {
        return Stream.of(parts).anyMatch(kind::contains);
    }
}
