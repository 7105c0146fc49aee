package org.relevo.workflow.designer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A state of a draft that was saved. */
public record DraftVersion(
        int version,
        String sha256,
        String savedBy,
        Instant savedAt,
        @Nullable String note) {}
