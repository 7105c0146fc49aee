package org.relevo.project.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.StatusAspect;
import org.relevo.rules.StatusColour;
import org.relevo.rules.TimeTarget;
import org.relevo.workitem.WorkItemNumber;

/**
 * A status that was declared better than computed.
 *
 * @param author username of who declared it
 * @param tellAfter how long after the author was asked the sponsor is told
 * @param nextAt when the author is asked, or the sponsor told; null when both have been, or it has ended
 * @param endedBecause {@code AGREED}, {@code EXPLAINED} or {@code CLOSED}
 */
public record Contradiction(
        long id,
        String project,
        WorkItemNumber number,
        long declaration,
        StatusAspect aspect,
        StatusColour declared,
        StatusColour computed,
        List<String> reasons,
        String author,
        String because,
        TimeTarget tellAfter,
        Instant since,
        @Nullable Instant askedAt,
        @Nullable Instant toldAt,
        @Nullable String explanation,
        @Nullable Instant nextAt,
        @Nullable Instant endedAt,
        @Nullable String endedBecause) {

    public boolean open() {
        return endedAt == null;
    }

    String text() {
        return "%s is declared %s and computed %s".formatted(aspect, declared, computed);
    }
}
