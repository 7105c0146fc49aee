package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.project.report.ReportRequests;

@Action(
        label = "Answer the request",
        description = "Issues the report that was asked for, or declines it.",
        inputs = {
            @Action.Variable(name = "answer", label = "deliver or decline", type = "enum", required = true),
            @Action.Variable(
                    name = "text",
                    label = "What management should know, or why there will be no report",
                    required = true)
        })
class AnswerRequest implements JavaDelegate {

    private final ReportRequests requests;

    AnswerRequest(ReportRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var text = Said.once(execution, "text");
        if ("decline".equals(execution.getVariable("answer"))) {
            requests.decline(Cases.number(execution), text, Acting.now(execution));
        } else {
            requests.answer(Cases.number(execution), text, Acting.now(execution));
        }
    }
}
