package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.project.exception.ExceptionWriting;

@Action(
        label = "Draft exception report",
        description =
                "ProcessDrafts from the project's figures whatever nobody has written of the exception report yet.")
class DraftException implements JavaDelegate {

    private final ExceptionWriting writing;

    DraftException(ExceptionWriting writing) {
        this.writing = writing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        writing.draft(Cases.number(execution), Acting.now(execution));
    }
}
