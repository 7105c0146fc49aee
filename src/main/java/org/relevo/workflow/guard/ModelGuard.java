package org.relevo.workflow.guard;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.common.engine.impl.util.io.InputStreamSource;
import org.flowable.validation.ProcessValidator;
import org.flowable.validation.ProcessValidatorFactory;
import org.flowable.validation.ProcessValidatorImpl;
import org.flowable.validation.ValidationError;
import org.flowable.validation.validator.ValidatorSet;

/** What has to be said against a model before the engine may have it: its input, its elements, its expressions. */
public final class ModelGuard {

    private static final String ACTIONS = "serviceTask flowable:delegateExpression";

    private final Vocabulary vocabulary = new Vocabulary();
    private final ExpressionGuard expressions = new ExpressionGuard();
    private final Catalogue catalogue;

    public ModelGuard(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Whether a file may be kept at all, however incomplete it is: it is XML, and nothing but. */
    public static List<ModelProblem> unsafe(byte[] xml) {
        return InputGuard.read(xml, new Vocabulary()).problems().stream()
                .filter(InputGuard::unreadable)
                .toList();
    }

    /** All that is wrong with a model, in the order of its lines. */
    public List<ModelProblem> check(byte[] xml) {
        var input = InputGuard.read(xml, vocabulary);
        var problems = new ArrayList<>(input.problems());
        if (input.readable()) {
            problems.addAll(expressions(input));
            problems.addAll(elements(xml));
        }
        return problems.stream()
                .distinct()
                .sorted(java.util.Comparator.comparingInt(ModelProblem::line))
                .toList();
    }

    /** The first layer alone. */
    List<ModelProblem> input(byte[] xml) {
        return InputGuard.read(xml, vocabulary).problems();
    }

    /** The third layer alone. */
    List<ModelProblem> expressions(byte[] xml) {
        return expressions(InputGuard.read(xml, vocabulary));
    }

    private List<ModelProblem> expressions(InputGuard.Input input) {
        var declared = new HashSet<>(input.declared());
        declared.addAll(Set.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances"));
        add(declared, input.process() == null ? List.of() : catalogue.given(input.process()));
        catalogue.messages().forEach(message -> add(declared, message.brings()));
        catalogue.actions().forEach(action -> add(declared, action.outputs()));
        return input.sites().stream()
                .filter(site ->
                        !site.of().equals(ACTIONS) || Calls.action(site.text()).isEmpty())
                .flatMap(site -> expressions.check(site, declared).stream())
                .toList();
    }

    private static void add(Set<String> declared, List<Catalogue.Variable> variables) {
        variables.forEach(variable -> declared.add(variable.name()));
    }

    /** The second layer alone. */
    List<ModelProblem> elements(byte[] xml) {
        try {
            return validator().validate(model(xml)).stream()
                    .map(ModelGuard::problem)
                    .toList();
        } catch (RuntimeException | StackOverflowError e) {
            return List.of(ModelProblem.error(
                    "NO_MODEL",
                    Place.MODEL,
                    "The engine cannot read the model: %s.".formatted(e.getMessage()),
                    "Open it in the designer and save it anew."));
        }
    }

    static BpmnModel model(byte[] xml) {
        return new BpmnXMLConverter()
                .convertToBpmnModel(new InputStreamSource(new ByteArrayInputStream(xml)), false, false);
    }

    /** What the engine applies to whatever it reads, new or not: its own rules, and what keeps a model from harm. */
    public ProcessValidator engineValidator() {
        return validator(List.of());
    }

    private ProcessValidator validator() {
        return validator(List.of(new Contract(catalogue)));
    }

    private ProcessValidator validator(List<ModelRule> more) {
        var validator = (ProcessValidatorImpl) new ProcessValidatorFactory().createDefaultProcessValidator();
        var rules = new ValidatorSet("relevo");
        List.of(new KnownElements(), new Calls(catalogue), new Bounds(), new Loops())
                .forEach(rules::addValidator);
        more.forEach(rules::addValidator);
        validator.addValidatorSet(rules);
        return validator;
    }

    private static ModelProblem problem(ValidationError error) {
        var remedy = error instanceof Findings.Refused refused
                ? refused.remedy()
                : "Change the element, or delete it and draw it anew.";
        var element = error.getActivityId() == null ? error.getProcessDefinitionId() : error.getActivityId();
        return new ModelProblem(
                error.isWarning() ? ModelProblem.Severity.WARNING : ModelProblem.Severity.ERROR,
                error.getProblem(),
                element,
                error.getXmlLineNumber(),
                error.getXmlColumnNumber(),
                error.getDefaultDescription(),
                remedy);
    }
}
