package org.relevo.workflow.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.FlowElementsContainer;
import org.flowable.bpmn.model.Process;
import org.flowable.validation.ValidationError;
import org.flowable.validation.validator.ProcessLevelValidator;

/** The second layer consists of rules that the engine itself applies to whatever is deployed. */
abstract class ModelRule extends ProcessLevelValidator {

    @Override
    protected final void executeValidation(BpmnModel model, Process process, List<ValidationError> errors) {
        check(model, process, new Findings(process, errors));
    }

    abstract void check(BpmnModel model, Process process, Findings findings);

    /** Those in sub-processes too. */
    static List<FlowElement> elements(FlowElementsContainer container) {
        var all = new ArrayList<FlowElement>();
        collect(container.getFlowElements(), all);
        return all;
    }

    private static void collect(Collection<FlowElement> elements, List<FlowElement> all) {
        for (var element : elements) {
            all.add(element);
            if (element instanceof FlowElementsContainer inner) {
                collect(inner.getFlowElements(), all);
            }
        }
    }
}
