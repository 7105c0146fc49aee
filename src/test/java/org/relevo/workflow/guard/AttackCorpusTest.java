package org.relevo.workflow.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relevo.workflow.guard.Attacks.Attack;

/** Every attack is refused, with a message that names the element. */
class AttackCorpusTest {

    static final Catalogue CATALOGUE = new Catalogue(
            List.of(new Catalogue.Action("act", "Act", "Acts.", List.of(), List.of())),
            List.of(),
            List.of(),
            Set.of("AGENT"),
            Set.of("incident"));

    private final ModelGuard guard = new ModelGuard(CATALOGUE);

    static Stream<Attack> attacks() {
        return Attacks.all();
    }

    static Stream<Attack> expressions() {
        return Attacks.ways().stream();
    }

    static Stream<Attack> files() {
        return Attacks.input().filter(attack -> attack.element().isEmpty());
    }

    @Test
    void thereAreMoreThanAHundred() {
        assertThat(attacks().map(Attack::name).distinct()).hasSizeGreaterThan(250);
    }

    @Test
    void whatAttacksNothingIsLetThrough() {
        var fine = Attacks.model("<userTask id='x' name='Ask' flowable:candidateGroups='AGENT'/>");
        assertThat(guard.check(fine.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isRefusedByItsElement(Attack attack) {
        var problems =
                guard.check(attack.bytes()).stream().filter(ModelProblem::error).toList();
        assertThat(problems).isNotEmpty();
        if (!attack.element().isEmpty()) {
            assertThat(problems).anySatisfy(problem -> {
                assertThat(problem.element()).isEqualTo(attack.element());
                assertThat(problem.message()).contains(attack.element());
                assertThat(problem.remedy()).isNotBlank();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void theWalkThroughTheExpressionAloneRefusesIt(Attack attack) {
        assertThat(guard.expressions(attack.bytes()))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.element()).isEqualTo("x"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void isNotEvenKeptAsADraft(Attack attack) {
        assertThat(ModelGuard.unsafe(attack.bytes())).isNotEmpty();
    }

    @Test
    void aModelOfFiveHundredElementsIsCheckedAtOnce() {
        var body = new StringBuilder();
        for (int i = 0; i < 250; i++) {
            body.append("<userTask id='t%d' name='T' flowable:candidateGroups='AGENT'/>".formatted(i));
            body.append("<sequenceFlow id='f%d' sourceRef='%s' targetRef='t%d'/>"
                    .formatted(i, i == 0 ? "x" : "t" + (i - 1), i));
        }
        var model = Attacks.model("<userTask id='x' name='X' flowable:candidateGroups='AGENT'/>" + body)
                .getBytes(StandardCharsets.UTF_8);
        guard.check(model);
        var began = System.nanoTime();
        assertThat(guard.check(model)).isEmpty();
        assertThat((System.nanoTime() - began) / 1_000_000).isLessThan(300);
    }
}
