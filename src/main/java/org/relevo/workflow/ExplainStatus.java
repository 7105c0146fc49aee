package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.project.status.ProjectStatus;

@Action(
        label = "Explain the status",
        description = "Keeps why a project's status is better than its figures.",
        inputs = {
            @Action.Variable(
                    name = "contradiction",
                    label = "The contradiction that is asked about",
                    type = "long",
                    required = true),
            @Action.Variable(name = "explanation", label = "Why the status stands", required = true)
        })
class ExplainStatus implements JavaDelegate {

    private final ProjectStatus status;

    ExplainStatus(ProjectStatus status) {
        this.status = status;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var contradiction = execution.getVariable("contradiction", Long.class);
        var said = execution.getVariable("explanation", String.class);
        status.explain(status.projectOf(contradiction), contradiction, said == null ? "" : said, Acting.now(execution));
    }
}
