package org.relevo.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules in DRL: developers' own, from the build and from nowhere else. */
class DeveloperRulesTests {

    static final String TRACE = "relevo.rules.trace";

    static final String RUNS_CODE = """
            rule "Mine"
            when
              CaseFact()
            then
              System.setProperty("%s", "it ran");
            end
            """.formatted(TRACE);

    private static final String GOLD = """
            rule "What is gold goes to the gold team"
            when
              CaseFact(service == "gold")
            then
              insert(new AssignTeam("gold-team", drools.getRule().getName(), "it is gold"));
            end
            """;

    private static final RuleFiles WITH_GOLD = ShippedRules.with("assignment/gold.drl", GOLD);

    @Test
    void a_rule_of_the_build_in_drl_decides_under_its_own_name() {
        var outcome = RuleCompiler.compile(WITH_GOLD, WITH_GOLD)
                .decide(List.of(new CaseFact("INCIDENT", Rating.LOW, Rating.LOW, "gold", "gold-team")), 1);
        assertThat(outcome.fired()).contains("What is gold goes to the gold team");
        assertThat(outcome.all(AssignTeam.class)).extracting(AssignTeam::team).contains("gold-team");
    }

    @Test
    void the_page_of_the_rule_book_can_list_them_by_name_and_file() {
        assertThat(Contents.programmed(WITH_GOLD))
                .contains(new Contents.Programmed("What is gold goes to the gold team", "assignment/gold.drl"));
        assertThat(Contents.programmed(ShippedRules.FILES))
                .noneMatch(rule -> rule.file().equals("assignment/gold.drl"));
    }

    @Test
    void drl_that_the_build_does_not_carry_is_refused_before_it_is_compiled() {
        assertRefused(ShippedRules.with("priority/mine.drl", RUNS_CODE), ShippedRules.FILES);
        assertRefused(ShippedRules.with("priority/mine.drl", RUNS_CODE), RuleFiles.onClassPath());
    }

    @Test
    void drl_of_the_build_that_was_changed_by_a_blank_is_refused() {
        assertRefused(ShippedRules.with("assignment/gold.drl", GOLD + " "), WITH_GOLD);
        assertRefused(ShippedRules.with("priority/gold.drl", GOLD), WITH_GOLD);
    }

    @Test
    void drl_under_another_ending_is_not_read() {
        var files = ShippedRules.with("priority/mine.DRL", RUNS_CODE);
        RuleCompiler.compile(files, ShippedRules.FILES)
                .decide(List.of(new CaseFact("INCIDENT", Rating.LOW, Rating.LOW, "mes", "ops")), 1);
        assertThat(System.getProperty(TRACE)).isNull();
    }

    private static void assertRefused(RuleFiles files, RuleFiles shipped) {
        assertThatThrownBy(() -> RuleCompiler.compile(files, shipped))
                .isInstanceOf(RuleBookProblem.class)
                .hasMessageContaining("DRL comes with a build alone");
        assertThat(System.getProperty(TRACE)).isNull();
    }
}
