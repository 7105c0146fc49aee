package org.relevo.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTablesTests {

    private static RuleTables changed(String table, String from, String to) {
        var path = "tables/" + table + ".csv";
        assertThat(ShippedRules.text(path)).contains(from);
        return RuleTables.read(ShippedRules.with(path, ShippedRules.text(path).replace(from, to)));
    }

    @Test
    void the_rows_are_facts() {
        var rows = RuleTables.read(ShippedRules.FILES).rows();
        assertThat(rows).contains(new PriorityRow(1, Rating.HIGH, Rating.HIGH, Priority.P1));
        assertThat(rows).contains(new EscalationLevel(1, Metric.RESPONSE, Priority.P1, 0, Audience.ON_CALL));
        assertThat(rows)
                .filteredOn(row -> row instanceof TargetRow)
                .extracting(row -> ((TargetRow) row).target())
                .contains(Duration.ofMinutes(15), Duration.ofHours(4));
    }

    @Test
    void windows_line_ends_byte_order_marks_and_small_letters_change_nothing() {
        var path = "tables/targets.csv";
        var exported = "\uFEFF" + ShippedRules.text(path).replace("\n", "\r\n");
        assertThat(ShippedRules.with(path, exported).hash()).isEqualTo(ShippedRules.FILES.hash());
        assertThatCode(() -> changed("targets", "RESPONSE,P1", "response,p1")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "targets | PT15M | 15 minutes | line 2, column 4: target \"15 minutes\": write a duration such as PT15M (15 minutes), PT4H (4 hours) or P1D (24 hours).",
                "targets | PT15M | PT0S | line 2, column 4: target \"PT0S\": write a duration",
                "targets | P1,PT15M,0;50;75;100 | P1,PT15M,75;50 | line 2, column 5: checkpoints \"75;50\": write the checkpoints ascending",
                "targets | P1,PT15M,0;50;75;100 | P1,PT15M,0;50 % | line 2, column 5: checkpoints \"0;50 %\": write a whole percentage",
                "targets | INCIDENT,RESPONSE,P2 | INCIDENT,RESPONSE,P1 | line 3, column 4: target \"PT30M\": line 2 says something of the same already.",
                "targets | INCIDENT,RESPONSE,P2 | OTHER,RESPONSE,P2 | there is no row for",
                "targets | P1,PT15M,0;50;75;100 | P1,PT15M | line 2, column 5: the row has 4 cells instead of 5.",
                "targets | checkpoints | points | line 1, column 1: the header is not as expected. Write type,metric,priority,target,checkpoints.",
                "priority-matrix | high,high,P1 | high,high,P5 | line 2, column 3: priority \"P5\": write P1 or P2 or P3 or P4.",
                "priority-matrix | high,high,P1 | huge,high,P1 | line 2, column 1: impact \"huge\": write high or medium or low.",
                "priority-matrix | low,low,P4 | low,medium,P4 | line 10, column 3: priority \"P4\": line 9 says something of the same already.",
                "defaults | urgency,medium | urgency, | line 3, column 2: default \"\": write high or medium or low.",
                "teams | triage,triage | triage,The Triage | line 2, column 2: team \"The Triage\": write a key",
                "escalation-levels | *,50,ASSIGNEE | *,60,ASSIGNEE | line 4, column 3: percent \"60\": row 1 of targets.csv has no such checkpoint. Add it there, or use one of [0, 50, 75, 100].",
                "escalation-levels | RESPONSE,P1,0,ON_CALL | RESPONSE,P1,50,ASSIGNEE | line 2, column 2: priority \"P1\": row 3 tells the same for every priority.",
                "escalation-levels | P1,0,ON_CALL | P1,0,BOSS | line 2, column 4: audience \"BOSS\": write ON_CALL or ASSIGNEE or TEAM or SERVICE_MANAGER.",
                "alert-mapping | *,service=* | nagios,service=* | line 2, column 1: source \"nagios\": write * or alertmanager or grafana or pagerduty.",
                "alert-mapping | severity=info | severity | line 7, column 2: match \"severity\": write label=value",
                "alert-mapping | *,,,medium,medium | *,,,, | line 8, column 3: service \"\": the row decides nothing."
            })
    void an_error_names_file_line_column_and_remedy(String table, String from, String to, String message) {
        assertThatThrownBy(() -> changed(table, from, to))
                .isInstanceOf(RuleBookProblem.class)
                .hasMessageStartingWith("rules/tables/%s.csv, line ".formatted(table))
                .hasMessageContaining(message);
    }

    @Test
    void a_missing_row_a_missing_table_and_an_unknown_one_are_named() {
        assertThatThrownBy(() -> changed("priority-matrix", "low,low,P4\n", ""))
                .hasMessage(
                        "rules/tables/priority-matrix.csv, line 10, column 1: there is no row for impact low and urgency low. Add one.");
        var without = new java.util.TreeMap<>(ShippedRules.FILES.texts());
        without.remove("tables/teams.csv");
        assertThatThrownBy(() -> RuleTables.read(new RuleFiles(without)))
                .hasMessageContaining("rules/tables/teams.csv is missing");
        assertThatThrownBy(() -> RuleTables.read(ShippedRules.with("tables/target.csv", "")))
                .hasMessageContaining("rules/tables/target.csv is no table that Relevo knows");
        assertThatThrownBy(() -> changed("teams", "triage,triage", "triage,\"triage"))
                .hasMessageContaining("Close every quotation mark");
    }

    @Test
    void a_changed_number_decides_without_a_changed_rule() {
        var path = "tables/targets.csv";
        var files = ShippedRules.with(path, ShippedRules.text(path).replace("PT15M", "PT10M"));
        var outcome = RuleCompiler.compile(files)
                .decide(java.util.List.of(new CaseFact("INCIDENT", Rating.HIGH, Rating.HIGH, null, null)), 2);
        assertThat(outcome.all(OpenCommitment.class))
                .extracting(OpenCommitment::target)
                .contains(Duration.ofMinutes(10));
    }
}
