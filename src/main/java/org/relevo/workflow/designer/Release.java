package org.relevo.workflow.designer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version that people deployed.
 *
 * @param rolledBackTo the version whose model it took up again
 */
public record Release(
        String processKey,
        int version,
        @Nullable Long draft,
        @Nullable Integer draftVersion,
        String sha256,
        String reason,
        String author,
        String approver,
        String deployedBy,
        Instant deployedAt,
        @Nullable Integer rolledBackTo) {}
