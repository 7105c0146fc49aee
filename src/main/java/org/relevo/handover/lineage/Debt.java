package org.relevo.handover.lineage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.CauseKind;
import org.relevo.workitem.WorkItemNumber;

/**
 * What the incidents took that are confirmed to trace to a handover: each once, from when it was raised until it was
 * resolved, or until now, at the hourly rate of the service. The lines add up to the sums, and so do the parts.
 *
 * @param cost null where nobody has said what an hour without the service costs
 * @param currency of the service's rate
 */
public record Debt(
        WorkItemNumber number,
        List<Line> lines,
        List<Part> parts,
        long minutes,
        @Nullable BigDecimal cost,
        @Nullable String currency) {

    public Debt {
        lines = List.copyOf(lines);
        parts = List.copyOf(parts);
    }

    /**
     * An incident.
     *
     * @param minutes whole ones
     * @param until when it was resolved; null while it is open and so counts until now
     */
    public record Line(
            WorkItemNumber incident,
            String title,
            Instant from,
            @Nullable Instant until,
            long minutes,
            @Nullable BigDecimal cost,
            List<String> causes) {

        public Line {
            causes = List.copyOf(causes);
        }
    }

    /**
     * A cause's share: an incident of several causes is divided among them equally, and what cannot be divided goes to the
     * one that was confirmed first.
     */
    public record Part(
            CauseKind kind,
            String reference,
            String cause,
            int incidents,
            long minutes,
            @Nullable BigDecimal cost) {}

    public boolean none() {
        return lines.isEmpty();
    }
}
