package org.relevo.handover.lineage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.CauseKind;
import org.relevo.rules.ComparedFact;

/**
 * Something that was waived, open or late when a service was handed over.
 *
 * @param reference id of the waiver, number of the issue, id of the delivery
 * @param criterion key of the criterion that was waived; null for what is no waiver
 * @param reason why it was so, in words
 * @param from when an incident may first trace to it
 * @param until when it was made good; null while it is not
 */
public record Cause(
        CauseKind kind,
        String reference,
        @Nullable String criterion,
        String title,
        String reason,
        Instant from,
        @Nullable Instant until,
        List<String> components,
        List<String> tags) {

    public Cause {
        components = List.copyOf(components);
        tags = List.copyOf(tags);
    }

    /** By what its marks are kept: those of a criterion are those of each waiver of it. */
    public String markedBy() {
        return Objects.requireNonNullElse(criterion, reference);
    }

    boolean stood(Instant at) {
        return !at.isBefore(from) && (until == null || at.isBefore(until));
    }

    ComparedFact beside(Suspect incident, List<String> known) {
        return new ComparedFact(
                incident.number().value(),
                kind,
                reference,
                title,
                criterion,
                components,
                tags,
                Terms.telling(title + " " + reason, known),
                incident.title(),
                incident.labels());
    }
}
