package org.relevo.intake;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
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

    /**
     * The alert that it is about. A key that fires keeps the start it has; one that is resolved, or was never seen, starts
     * anew.
     */
    Alert alert(AlertTable.@Nullable Known latest, Instant now) {
        var resolves = action == Action.RESOLVE;
        var said = Objects.requireNonNullElse(at, now);
        var startsAt = latest != null && (resolves || latest.status() == Alert.Status.FIRING)
                ? latest.key().startsAt()
                : said;
        return new Alert(
                source,
                key,
                key,
                startsAt,
                resolves ? said : null,
                resolves ? Alert.Status.RESOLVED : Alert.Status.FIRING,
                labels,
                annotations);
    }
}
