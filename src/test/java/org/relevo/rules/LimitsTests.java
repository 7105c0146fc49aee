package org.relevo.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTests {

    private static final CaseFact FACT = new CaseFact("INCIDENT", Rating.HIGH, Rating.HIGH, "mes", "plant-it");

    /** The shipped rule book with a further rule, whose decision is a sentence that only this test knows. */
    static RuleFiles withDecision(String drl) {
        var texts = new java.util.TreeMap<>(ShippedRules.FILES.texts());
        texts.merge(Vocabulary.FILE, "\n[then]do what breaks it=" + drl + "\n", String::concat);
        texts.put("priority/broken.dslr", "rule \"Broken\"\nwhen\na case is decided\nthen\ndo what breaks it\nend\n");
        return new RuleFiles(texts);
    }

    private static RuleBookFault fault(String drl) {
        var book = RuleCompiler.compile(withDecision(drl));
        return catchThrowableOfType(RuleBookFault.class, () -> book.decide(List.of(FACT), 7));
    }

    @Test
    void a_rule_book_that_fires_without_end_is_stopped() {
        var fault = fault("insert(new CaseFact(\"OTHER\", null, null, null, \"plant-it\"));");
        assertThat(fault).hasMessage("more than 1000 rules fired");
        assertThat(fault.soFar().version()).isEqualTo(7);
    }

    @Test
    void a_rule_book_that_takes_too_long_is_stopped() {
        var burn = "for (long until = System.nanoTime() + 20_000_000L; System.nanoTime() < until;) { }";
        assertThat(fault(burn + " insert(new CaseFact(\"OTHER\", null, null, null, \"plant-it\"));"))
                .hasMessage("it took more than 250 ms");
    }

    @Test
    void a_rule_that_fails_is_a_fault() {
        assertThat(fault("insert(TeamRow.ofService(new CaseFact(\"OTHER\", null, null, null, null), {rule}));"))
                .hasMessageStartingWith("a rule failed: ");
    }

    @Test
    void rules_that_disagree_on_a_priority_or_a_team_have_not_decided() {
        assertThat(fault("insert(TeamRow.named(\"other\", {rule}));"))
                .hasMessageContaining("rules disagree on the team: ")
                .hasMessageContaining("Broken")
                .hasMessageContaining("A case goes to the team that supports its service");
        assertThat(fault("insert(new AssignPriority(Priority.P4, {rule}, \"x\"));"))
                .hasMessageContaining("rules disagree on the priority: ");
    }

    @Test
    void text_that_expands_to_wrong_drl_does_not_compile() {
        assertThat(catchThrowableOfType(RuleBookProblem.class, () -> RuleCompiler.compile(withDecision("nonsense!!"))))
                .hasMessageContaining("correct rules/vocabulary.dsl");
    }
}
