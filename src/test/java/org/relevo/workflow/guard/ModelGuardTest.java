package org.relevo.workflow.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flowable.common.engine.impl.variable.MapDelegateVariableContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relevo.workflow.guard.Catalogue.Action;
import org.relevo.workflow.guard.Catalogue.Message;
import org.relevo.workflow.guard.Catalogue.Start;
import org.relevo.workflow.guard.Catalogue.Variable;

/** Just within each limit, and just beyond it. */
class ModelGuardTest {

    private static final Variable SUMMARY = new Variable("summary", "Summary", "string", true);

    private final ModelGuard guard = new ModelGuard(new Catalogue(
            List.of(new Action(
                    "act", "Act", "Acts.", List.of(SUMMARY), List.of(new Variable("done", "Done", "boolean", false)))),
            List.of(new Message("told", "Told", List.of(new Variable("who", "Who", "string", false)))),
            List.of(new Start("relevo", List.of(new Variable("level", "Level", "long", true)))),
            Set.of("AGENT"),
            Set.of("incident")));

    /** 249 tasks of four kinds and the connections between them, drawn: the figure asked for is 300 ms. */
    @Test
    void aModelOf500ElementsIsCheckedInLessThan300Milliseconds() {
        var model = large(249);
        assertThat(guard.check(model)).isEmpty();
        var took = new ArrayList<Long>();
        for (var n = 0; n < 15; n++) {
            var begun = System.nanoTime();
            guard.check(model);
            took.add((System.nanoTime() - begun) / 1_000_000);
        }
        took.sort(null);
        System.out.printf(
                "A model of 500 elements, %d KB, is checked in %d ms (median of 15)%n",
                model.length / 1024, took.get(7));
        assertThat(took.get(7)).isLessThan(300);
    }

    private static byte[] large(int tasks) {
        var elements = new StringBuilder("<startEvent id='begin'/>");
        var shapes = new StringBuilder();
        var before = "begin";
        for (var n = 0; n < tasks; n++) {
            var id = "task" + n;
            var element = switch (n % 4) {
                case 0 ->
                    "<userTask id='%s' name='Ask %d' flowable:candidateGroups='AGENT'><extensionElements><flowable:formProperty id='summary' name='Summary' type='string'/></extensionElements></userTask>";
                case 1 -> "<serviceTask id='%s' name='Act %d' flowable:delegateExpression='${act}'/>";
                case 2 -> "<manualTask id='%s' name='By hand %d'/>";
                default -> "<exclusiveGateway id='%s' name='Way %d'/>";
            };
            elements.append(element.formatted(id, n));
            elements.append("<sequenceFlow id='to%d' sourceRef='%s' targetRef='%s'/>".formatted(n, before, id));
            shapes.append(
                    "<bpmndi:BPMNShape id='%1$sShape' bpmnElement='%1$s'><omgdc:Bounds x='%2$d' y='80' width='100' height='80'/></bpmndi:BPMNShape>"
                            .formatted(id, n * 150));
            before = id;
        }
        elements.append(
                "<endEvent id='end'/><sequenceFlow id='toEnd' sourceRef='%s' targetRef='end'/>".formatted(before));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                  xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:omgdc="http://www.omg.org/spec/DD/20100524/DC"
                  targetNamespace="https://relevo.example/test"><process id="relevo" name="Large" isExecutable="true">%s</process>
                <bpmndi:BPMNDiagram id="d"><bpmndi:BPMNPlane id="p" bpmnElement="relevo">%s</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
                </definitions>""".formatted(elements, shapes).getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "PT30M, ''",
        "P2D, ''",
        "P1M, ''",
        "soon, TIMER",
        "PT-5M, TIMER",
        "P, TIMER",
    })
    void aTimerWaitsForADuration(String duration, String code) {
        assertThat(errors(catching("<timeDuration>%s</timeDuration>".formatted(duration))))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "R3/PT1M, ''",
        "R100/PT1H, ''",
        "R101/PT1H, TIMER_CYCLE",
        "R3/PT59S, TIMER_CYCLE",
        "R0/PT1H, TIMER_CYCLE",
        "PT1H, TIMER_CYCLE",
    })
    void aTimerRepeatsAtMostAHundredTimesAndAMinuteApart(String cycle, String code) {
        assertThat(errors(catching("<timeCycle>%s</timeCycle>".formatted(cycle))))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"1, ''", "100, ''", "101, TOO_MANY_INSTANCES", "0, TOO_MANY_INSTANCES", "many, TOO_MANY_INSTANCES"})
    void aTaskIsRepeatedAtMostAHundredTimes(String count, String code) {
        assertThat(errors(Attacks.model("""
                <userTask id='x' name='X' flowable:assignee='ada'><multiInstanceLoopCharacteristics>\
                <loopCardinality>%s</loopCardinality></multiInstanceLoopCharacteristics></userTask>""".formatted(count)))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "${level > 2}, ''",
        "${done and not empty who}, ''",
        "${who == 'ada' ? 'a' : 'b'}, ''",
        "Level ${level} of 3, ''",
        "${who.name}, ''",
        "${level + 1 >= 3 * 2}, ''",
        "${nobody}, UNKNOWN_VARIABLE",
        "${who.class}, EXPRESSION_REFUSED",
        "${who.trim()}, EXPRESSION_REFUSED",
        "#{level}, EXPRESSION_DEFERRED",
    })
    void anExpressionComparesWhatIsDeclared(String expression, String code) {
        assertThat(errors(Attacks.model("<userTask id='x' name=\"%s\" flowable:candidateGroups='AGENT'/>"
                        .formatted(expression.replace(">", "&gt;")))))
                .isEqualTo(code);
    }

    @Test
    void aLoopWaitsSomewhere() {
        var loop = "<exclusiveGateway id='x' default='out'/>%s<sequenceFlow id='there' sourceRef='x' targetRef='y'/>"
                + "<sequenceFlow id='back' sourceRef='y' targetRef='x'/>";
        var person = "<userTask id='y' name='Y' flowable:candidateGroups='AGENT'/>";
        assertThat(errors(Attacks.model(loop.formatted(person)))).isEmpty();
        assertThat(errors(Attacks.model(loop.formatted("<manualTask id='y' name='Y'/>"))))
                .isEqualTo("LOOP");
        var inside =
                "<subProcess id='y' name='Y'><startEvent id='s'/><sequenceFlow id='i' sourceRef='s' targetRef='m'/>"
                        + "%s<sequenceFlow id='o' sourceRef='m' targetRef='e'/><endEvent id='e'/></subProcess>";
        assertThat(errors(Attacks.model(loop.formatted(inside.formatted("<manualTask id='m' name='M'/>")))))
                .isEqualTo("LOOP");
        assertThat(errors(Attacks.model(loop.formatted(
                        inside.formatted("<userTask id='m' name='M' flowable:candidateGroups='AGENT'/>")))))
                .isEmpty();
    }

    @Test
    void whatAnActionNeedsSomebodyBrings() {
        var step = "<serviceTask id='x' name='X' flowable:delegateExpression='${act}'/>";
        assertThat(guard.check(bytes(Attacks.model(step)))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("MISSING_INPUT");
            assertThat(problem.error()).isFalse();
            assertThat(problem.remedy()).contains("summary");
        });
    }

    @Test
    void aProblemHasItsLineAndColumn() {
        var problem =
                guard.check(bytes(Attacks.model("\n\n<scriptTask id='x'/>"))).get(0);
        assertThat(problem.line()).isEqualTo(4);
        assertThat(problem.column()).isPositive();
    }

    @Test
    void aConfinedExpressionReadsVariablesAndCallsNothing() {
        var expressions = new ConfinedExpressions(Map.of("act", new Canary()));
        var variables = new MapDelegateVariableContainer()
                .addTransientVariable("level", 3)
                .addTransientVariable("who", "ada");
        assertThat(expressions.createExpression("${level > 2}").getValue(variables))
                .isEqualTo(true);
        assertThatThrownBy(() -> expressions.createExpression("${who.length()}"))
                .hasMessageContaining("parsing");
        assertThatThrownBy(() -> expressions.createExpression("${who.class}").getValue(variables))
                .hasStackTraceContaining("does not reach class of String");
        assertThatThrownBy(() -> expressions.createExpression("${act.songs}").getValue(variables))
                .hasStackTraceContaining("does not reach songs of Canary");
    }

    @Test
    void aVariableHoldsListsOfTextsAndReadsNoOtherObjectsBack() throws IOException {
        var type = new ListOfTexts();
        assertThat(type.isAbleToStore(new ArrayList<>(List.of("ada", "ben")))).isTrue();
        assertThat(type.isAbleToStore(new ArrayList<>(List.of(1)))).isFalse();
        assertThat(type.isAbleToStore(new Canary())).isFalse();
        var bytes = serialized(new ArrayList<>(List.of(new Canary())));
        assertThatThrownBy(() -> type.deserialize(
                        bytes, new org.flowable.variable.service.impl.persistence.entity.VariableInstanceEntityImpl()))
                .hasStackTraceContaining("filter status: REJECTED");
    }

    @Test
    void noScriptEngineIsThereButTheEnginesOwn() {
        assertThat(Confinement.strangeScriptEngines()).isEmpty();
    }

    private static byte[] serialized(Serializable object) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static String catching(String time) {
        return Attacks.model(
                "<intermediateCatchEvent id='x' name='X'><timerEventDefinition>%s</timerEventDefinition></intermediateCatchEvent>"
                        .formatted(time));
    }

    /** The codes of the errors, with blanks between. */
    private String errors(String model) {
        return String.join(
                " ",
                guard.check(bytes(model)).stream()
                        .filter(ModelProblem::error)
                        .map(ModelProblem::code)
                        .distinct()
                        .toList());
    }

    private static byte[] bytes(String model) {
        return model.getBytes(StandardCharsets.UTF_8);
    }
}
