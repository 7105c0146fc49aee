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
        assertThat(rows)
                .filteredOn(row -> row instanceof PolicyRow)
                .extracting(row -> ((PolicyRow) row).policy().name())
                .contains("urgent response", "resolution missed");
        assertThat(rows)
                .filteredOn(row -> row instanceof TargetRow)
                .extracting(row -> ((TargetRow) row).target())
                .contains(
                        TimeTarget.of(Duration.ofMinutes(15)),
                        TimeTarget.of(Duration.ofHours(4)),
                        TimeTarget.businessDays(3));
    }

    @Test
    void windows_line_ends_byte_order_marks_and_small_letters_change_nothing() {
        var path = "tables/targets.csv";
        var exported = "\uFEFF" + ShippedRules.text(path).replace("\n", "\r\n");
        assertThat(ShippedRules.with(path, exported).hash()).isEqualTo(ShippedRules.FILES.hash());
        assertThatCode(() -> changed("targets", "RESPONSE,P1,*", "response,p1,*"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "targets | PT15M | 15 minutes | line 2, column 6: target \"15 minutes\": write working time such as PT15M (15 minutes) or PT4H (4 hours), or business days such as 2 business days.",
                "targets | PT15M | PT0S | line 2, column 6: target \"PT0S\": write working time",
                "targets | 1 business day | 0 business days | line 5, column 6: target \"0 business days\": write working time",
                "targets | PT15M,0;50;75;100 | PT15M,75;50 | line 2, column 7: checkpoints \"75;50\": write the checkpoints ascending",
                "targets | PT15M,0;50;75;100 | PT15M,0;50 % | line 2, column 7: checkpoints \"0;50 %\": write a whole percentage",
                "targets | INCIDENT,SLA,RESPONSE,P2 | INCIDENT,SLA,RESPONSE,P1 | line 3, column 6: target \"PT30M\": line 2 says something of the same already.",
                "targets | INCIDENT,SLA,RESPONSE,P2 | OTHER,SLA,RESPONSE,P2 | there is no row for",
                "targets | INCIDENT,SLA,RESPONSE,P1 | INCIDENT,SLA,BUDGET,P1 | line 2, column 3: metric \"BUDGET\": it counts an amount, not time.",
                "targets | INCIDENT,SLA,RESPONSE,P1 | INCIDENT,UC,RESPONSE,P1 | line 2, column 2: agreement \"UC\": write SLA or OLA or SUPPLIER.",
                "targets | 0;50;75;100,no | 0;50;75;100,maybe | line 2, column 8: hold \"maybe\": write yes or no.",
                "targets | P1,*,PT15M,0;50;75;100,no | P1,*,PT15M | line 2, column 7: the row has 6 cells instead of 8.",
                "targets | checkpoints | points | line 1, column 1: the header is not as expected. Write type,agreement,metric,priority,tier,target,checkpoints,hold.",
                "calendars | *,*,*,*,=always | *,*,P1,*,=always | line 12, column 1: the last row does not name a calendar",
                "calendars | SUPPLIER,*,*,*,contract | SUPPLIER,*,*,*,boss | line 2, column 5: calendar \"boss\": write service or team or caller or contract.",
                "priority-matrix | high,high,P1 | high,high,P5 | line 2, column 3: priority \"P5\": write P1 or P2 or P3 or P4.",
                "priority-matrix | high,high,P1 | huge,high,P1 | line 2, column 1: impact \"huge\": write high or medium or low.",
                "priority-matrix | low,low,P4 | low,medium,P4 | line 10, column 3: priority \"P4\": line 9 says something of the same already.",
                "defaults | urgency,medium | urgency, | line 3, column 2: default \"\": write high or medium or low.",
                "teams | triage,triage | triage,The Triage | line 2, column 2: team \"The Triage\": write a key",
                "escalation-levels | response,1,0 %,ON_CALL | response,1,soon,ON_CALL | line 2, column 3: after \"soon\": write a share of the target such as 75 %",
                "escalation-levels | response,2,50 %,ASSIGNEE | response,2,0 %,ASSIGNEE | line 3, column 3: after \"0 %\": level 1 before it is reached later. Write more.",
                "escalation-levels | resolution at risk,1,75 %,TEAM | resolution at risk,1,80 %,TEAM | line 10, column 3: after \"80 %\": level 1 is reached after 75 %. Write the same.",
                "escalation-levels | 0 %,ON_CALL | 0 %,BOSS | line 2, column 4: audience \"BOSS\": write one of ON_CALL, ON_CALL:2 (a layer)",
                "escalation-levels | ON_CALL,,0,, | ON_CALL,PT5M,0,, | line 2, column 6: reminders \"0\": write both how often and how many times, or neither.",
                "escalation-levels | ON_CALL,,0,, | ON_CALL,,0,office hours, | line 2, column 7: when \"office hours\": write days and hours such as mon-fri 08:00-18:00 workdays.",
                "escalation-policies | resolution missed,* | resolution lost,* | line 7, column 1: policy \"resolution lost\": escalation-levels.csv has no level of it.",
                "escalation-policies | RESPONSE,P3,*,50 | RESPONSE,P3,*,101 | line 4, column 6: from \"101\": row 3 of targets.csv has no checkpoint at or after it. Add one there, or begin at 100 or earlier.",
                "escalation-policies | P7D,yes | 7 days,yes | line 2, column 8: give up \"7 days\": write a duration",
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
                .contains(TimeTarget.of(Duration.ofMinutes(10)));
    }
}
