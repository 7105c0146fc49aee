package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.project.Projects;
import org.relevo.project.raid.Assumptions;

@Action(
        label = "Review assumption",
        description = "Says whether an expired assumption still holds.",
        inputs = {
            @Action.Variable(
                    name = "assumption",
                    label = "The assumption that is asked about",
                    type = "long",
                    required = true),
            @Action.Variable(name = "answer", label = "holds or wrong", type = "enum", required = true),
            @Action.Variable(name = "until", label = "Holds until", type = "date"),
            @Action.Variable(name = "words", label = "Why")
        })
class ReviewAssumption implements JavaDelegate {

    private final Assumptions assumptions;
    private final Projects projects;

    ReviewAssumption(Assumptions assumptions, Projects projects) {
        this.assumptions = assumptions;
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var key = projects.of(Cases.number(execution)).orElseThrow().key();
        var id = execution.getVariable("assumption", Long.class);
        var words = Said.once(execution, "words");
        if (Said.text(execution, "answer").equals("wrong")) {
            assumptions.wrong(key, id, words, Acting.now(execution));
        } else {
            assumptions.holds(key, id, Said.once(execution, "until"), words, Acting.now(execution));
        }
    }
}
