package org.relevo.handover.lineage;

import org.jspecify.annotations.Nullable;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;

/** Where the lineage of a case is shown. In templates: {@code ${@lineageLinks.of(number)}}. */
@Component("lineageLinks")
public class LineageLinks {

    private final Lineage lineage;

    LineageLinks(Lineage lineage) {
        this.lineage = lineage;
    }

    /** Null where nothing of the service, or of the project, was ever handed over. */
    public @Nullable String of(WorkItemNumber number) {
        return lineage.serviceOf(number)
                .map(service -> "/services/%s/lineage".formatted(service))
                .orElse(null);
    }
}
