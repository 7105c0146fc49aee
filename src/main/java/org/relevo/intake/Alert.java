package org.relevo.intake;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One alert in the form that all doors bring it into. It is the same alert as long as source, fingerprint and startsAt are
 * the same.
 *
 * @param fingerprint what the tool tells its alerts apart by, whenever they fire
 * @param startsAt since when it fires, to the microsecond
 * @param annotations what the tool says of it, its links among them
 */
public record Alert(
        String source,
        String groupKey,
        String fingerprint,
        Instant startsAt,
        @Nullable Instant endsAt,
        Status status,
        Map<String, String> labels,
        Map<String, String> annotations) {

    /** Whether an alert fires. Resolved is final: the same alert never fires again, a later one may. */
    public enum Status {
        FIRING,
        RESOLVED
    }

    /** What makes it the same alert within its source. */
    record Key(String fingerprint, Instant startsAt) {}

    Key key() {
        return new Key(fingerprint, startsAt);
    }

    /** The same alert with another start. */
    Alert since(Instant start) {
        return new Alert(source, groupKey, fingerprint, start, endsAt, status, labels, annotations);
    }

    boolean resolved() {
        return status == Status.RESOLVED;
    }

    /** What people call it: {@code InstanceDown on db-1:9100}. */
    String name() {
        var name = labels.getOrDefault("alertname", annotations.getOrDefault("summary", "Alert " + fingerprint));
        var instance = labels.get("instance");
        return instance == null ? name : name + " on " + instance;
    }
}
