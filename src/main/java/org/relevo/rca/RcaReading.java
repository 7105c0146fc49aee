package org.relevo.rca;

import java.util.List;
import org.relevo.platform.Refusal;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.stereotype.Component;

/** Finds an analysis with everything it consists of, and locks it for a change. */
@Component
class RcaReading {

    private final RcaRows rows;
    private final TextRows texts;
    private final WhyRows whys;
    private final ActionRows actions;
    private final WorkItems workItems;

    RcaReading(RcaRows rows, TextRows texts, WhyRows whys, ActionRows actions, WorkItems workItems) {
        this.rows = rows;
        this.texts = texts;
        this.whys = whys;
        this.actions = actions;
        this.workItems = workItems;
    }

    Rca get(WorkItemNumber number) {
        return rows.find(number)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no root-cause analysis %s. Look for it in the list of analyses.".formatted(number)));
    }

    /** Locks the case before anything else of it is read, as everybody does who changes it. */
    WorkItem locked(WorkItemNumber number) {
        get(number);
        return workItems.locked(number).orElseThrow();
    }

    WorkItem item(WorkItemNumber number) {
        return workItems.find(number).orElseThrow();
    }

    RcaContent content(WorkItemNumber number) {
        return new RcaContent(
                rows.incidents(number),
                rows.reasons(number),
                texts.newest(number),
                whys.of(number),
                actions.of(number),
                texts.comments(number),
                texts.versions(number),
                texts.events(number));
    }

    /** What a version held: 0 is nothing, one above the last is what stands now. */
    RcaDocument document(WorkItemNumber number, int version) {
        var kept = version == 0 ? List.<String>of() : texts.document(number, version);
        if (!kept.isEmpty()) {
            return RcaDocument.read(kept.get(0));
        }
        var content = content(number);
        if (version == content.versions().size() + 1) {
            return RcaDocument.of(content);
        }
        if (version == 0) {
            return RcaDocument.EMPTY;
        }
        throw new Refusal.NotFound("%s has no version %d. It has %d."
                .formatted(number, version, content.versions().size()));
    }
}
