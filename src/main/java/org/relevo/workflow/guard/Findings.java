package org.relevo.workflow.guard;

import java.util.List;
import org.flowable.bpmn.model.BaseElement;
import org.flowable.bpmn.model.Process;
import org.flowable.validation.ValidationError;

/** Takes what the rules for models find, in the form that the engine's validator hands on. */
final class Findings {

    /** A finding of the engine's kind that also knows the way out. */
    static final class Refused extends ValidationError {

        private final String remedy;

        private Refused(String remedy) {
            this.remedy = remedy;
        }

        String remedy() {
            return remedy;
        }
    }

    private final Process process;
    private final List<ValidationError> errors;

    Findings(Process process, List<ValidationError> errors) {
        this.process = process;
        this.errors = errors;
    }

    void refuse(String code, BaseElement element, String message, String remedy) {
        add(code, element, message, remedy, false);
    }

    void warn(String code, BaseElement element, String message, String remedy) {
        add(code, element, message, remedy, true);
    }

    private void add(String code, BaseElement element, String message, String remedy, boolean warning) {
        var found = new Refused(remedy);
        found.setProblem(code);
        found.setDefaultDescription(message);
        found.setProcessDefinitionId(process.getId());
        found.setActivityId(element.getId() == null ? process.getId() : element.getId());
        found.setXmlLineNumber(element.getXmlRowNumber());
        found.setXmlColumnNumber(element.getXmlColumnNumber());
        found.setWarning(warning);
        errors.add(found);
    }

    static String named(BaseElement element) {
        return element.getId() == null ? element.getClass().getSimpleName() : element.getId();
    }
}
