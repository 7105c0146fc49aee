package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.project.exception.ExceptionReport.Verdict;
import org.relevo.project.exception.ExceptionReports;

@Action(
        label = "Record decision",
        description = "Decides about the exception report, or returns it.",
        inputs = {
            @Action.Variable(name = "verdict", label = "option, close or return", type = "enum", required = true),
            @Action.Variable(name = "option", label = "Option, by its letter"),
            @Action.Variable(name = "reason", label = "Reason", required = true)
        },
        outputs = {@Action.Variable(name = "writer", label = "Who writes the report, where it is returned")})
class RecordDecision implements JavaDelegate {

    private final ExceptionReports reports;

    RecordDecision(ExceptionReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = Cases.number(execution);
        var by = Acting.now(execution);
        var verdict = Said.text(execution, "verdict");
        var reason = Said.once(execution, "reason");
        if (verdict.equals("return")) {
            reports.giveBack(number, reason, by);
            execution.setVariable("writer", reports.writer(number));
        } else {
            reports.decide(
                    number,
                    verdict.equals("close") ? Verdict.CLOSE : Verdict.OPTION,
                    Said.once(execution, "option"),
                    reason,
                    by);
        }
    }
}
