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
