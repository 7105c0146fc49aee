package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.relevo.workitem.WorkItemNumber;

/** The case that a process carries: its number is the business key. */
final class Cases {

    private Cases() {}

    static WorkItemNumber number(DelegateExecution execution) {
        return new WorkItemNumber(execution.getProcessInstanceBusinessKey());
    }
}
