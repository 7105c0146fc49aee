package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.project.exception.ExceptionReports;

@Action(
        label = "Submit exception report",
        description = "Hands the exception report to those who decide, if nothing is missing.",
        outputs = {@Action.Variable(name = "decider", label = "Who decides")})
class SubmitException implements JavaDelegate {

    private final ExceptionReports reports;

    SubmitException(ExceptionReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = Cases.number(execution);
        reports.submit(number, Acting.now(execution));
        execution.setVariable("decider", reports.decider(number));
    }
}
