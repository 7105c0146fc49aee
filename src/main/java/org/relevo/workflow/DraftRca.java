package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.rca.RcaWriting;

@Action(
        label = "Draft RCA",
        description =
                "ProcessDrafts every section of the analysis that has no text yet, from the timeline of its incident.")
class DraftRca implements JavaDelegate {

    private final RcaWriting writing;

    DraftRca(RcaWriting writing) {
        this.writing = writing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        writing.draft(Cases.number(execution), Acting.now(execution));
    }
}
