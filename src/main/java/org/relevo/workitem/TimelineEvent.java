package org.relevo.workitem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case, in the past tense.
 *
 * @param kind a word in upper case for filters and colours: {@code RAISED}, {@code ESCALATED}, {@code ACKNOWLEDGED}, …
 * @param by username, tool or part of Relevo
 * @param reason why, where there is more to say than the text says
 */
public record TimelineEvent(
        Instant at,
        String kind,
        String text,
        String by,
        @Nullable String reason) {}
