package org.relevo.project.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.StatusAspect;
import org.relevo.rules.StatusColour;

/** What somebody said of a project's status, with what was computed when it was said. */
public record Declaration(long id, String project, Instant at, String by, List<Said> said) {

    /** Of one aspect; computed is null where there was no figure. */
    public record Said(
            StatusAspect aspect,
            StatusColour colour,
            String sentence,
            @Nullable StatusColour computed,
            List<String> reasons) {}

    public @Nullable Said of(StatusAspect aspect) {
        return said.stream().filter(one -> one.aspect == aspect).findFirst().orElse(null);
    }
}
