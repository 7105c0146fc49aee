package org.relevo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules that the build compiles are those in the files, and no others. */
class BuiltRulesTests {

    private static final List<String> TEXTS = RuleCompiler.texts(ShippedRules.FILES);

    @Test
    void the_shipped_rules_were_compiled_by_the_build() {
        assertThat(BuiltRules.find(TEXTS)).isPresent();
    }

    @Test
    void rules_that_differ_in_a_blank_are_compiled_anew() {
        assertThat(BuiltRules.find(List.of(TEXTS.get(0) + " "))).isEmpty();
    }

    @Test
    void rules_compiled_now_decide_as_those_of_the_build() {
        var now = new CompiledRuleBook(
                RuleCompiler.base(TEXTS),
                ShippedRules.BOOK.names(),
                ShippedRules.BOOK.rules(),
                ShippedRules.BOOK.tables());
        var facts = List.<Fact>of(new CaseFact("INCIDENT", Rating.HIGH, Rating.HIGH, "paint-shop-mes", null));
        var built = ShippedRules.BOOK.decide(facts, 1);
        assertThat(now.decide(facts, 1).decisions()).containsExactlyInAnyOrderElementsOf(built.decisions());
        assertThat(built.all(AssignPriority.class)).hasSize(1);
    }
}
