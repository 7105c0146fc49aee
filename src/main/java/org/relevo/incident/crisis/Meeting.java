package org.relevo.incident.crisis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A crisis meeting.
 *
 * @param uid its identity in everybody's calendar
 * @param sequence how often its invitation was changed
 * @param link the conference's address, which begins with {@code https://}
 * @param texts what was last written under each heading
 */
public record Meeting(
        long id,
        String uid,
        int sequence,
        State state,
        Instant calledAt,
        String calledBy,
        Instant startsAt,
        int minutes,
        @Nullable String link,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        List<Participant> participants,
        Map<Part, Text> texts) {

    public enum State {
        CALLED,
        ENDED,
        CANCELLED
    }

    /** The headings under which people write. */
    public enum Part {
        AGENDA,
        FINDINGS,
        DECISIONS
    }

    /**
     * Somebody who was asked to come, or came.
     *
     * @param attended null where nobody has said
     */
    public record Participant(String username, @Nullable Boolean attended) {}

    /** What stands under a heading. Each version was written by somebody who had seen the one before. */
    public record Text(int version, String text, Instant at, String byWhom) {}

    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }

    public boolean ahead() {
        return state == State.CALLED;
    }

    public @Nullable Text text(Part part) {
        return texts.get(part);
    }

    /** What stands under a heading; empty where nobody has written. */
    public String words(Part part) {
        var text = texts.get(part);
        return text == null ? "" : text.text();
    }

    /** The version of what stands under a heading; 0 where nobody has written. */
    public int version(Part part) {
        var text = texts.get(part);
        return text == null ? 0 : text.version();
    }
}
