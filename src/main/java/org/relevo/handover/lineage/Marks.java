package org.relevo.handover.lineage;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.relevo.rules.CauseKind;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The components and tags that people give to what was waived, open or late, so that incidents can be compared with it. */
@Component
public class Marks {

    private static final int LONGEST = 500;

    private final MarkRows rows;
    private final Lines lines;
    private final Clock clock;

    Marks(MarkRows rows, Lines lines, Clock clock) {
        this.rows = rows;
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * Marks a cause: {@code components} and {@code tags}, separated by commas.
     *
     * @param reference as {@link Cause#markedBy()} says
     */
    @Transactional
    public void mark(WorkItemNumber number, CauseKind kind, String reference, Map<String, String> form, Actor by) {
        var handover = lines.deciding(number, by);
        if (lines.causes(handover).stream()
                .noneMatch(one -> one.kind() == kind && one.markedBy().equals(reference))) {
            throw new Refusal.NotFound("%s has no such cause. Its lineage shows which there are.".formatted(number));
        }
        var problems = new ArrayList<FieldProblem>();
        var mark = new MarkRows.Mark(typed(form, "components", problems), typed(form, "tags", problems));
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        rows.write(number, new MarkRows.Key(kind, reference), mark, by.name(), clock.instant());
    }

    private static List<String> typed(Map<String, String> form, String field, List<FieldProblem> problems) {
        var text = form.getOrDefault(field, "").strip();
        if (text.length() > LONGEST) {
            problems.add(new FieldProblem(field, "Shorten it to %d characters.".formatted(LONGEST)));
        }
        return Terms.typed(text);
    }
}
