package org.relevo.intake;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event about an alert that is known by a key alone: when it started firing follows from the events before it.
 *
 * @param at when the sender says it happened
 */
public record KeyedEvent(
        String source,
        String key,
        Action action,
        @Nullable Instant at,
        Map<String, String> labels,
        Map<String, String> annotations) {

    public enum Action {
        TRIGGER,
        ACKNOWLEDGE,
        RESOLVE
    }
}
