package org.relevo.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceFileTests {

    private static final Vocabulary VOCABULARY = Vocabulary.parse(ShippedRules.text(Vocabulary.FILE));

    /** A value of each type, as it is written and as it is printed. */
    private static final Map<ValueType, List<String>> SAMPLES = Map.of(
            ValueType.PRIORITY, List.of("P1", "Priority.P1"),
            ValueType.RATING, List.of("high", "Rating.HIGH"),
            ValueType.METRIC, List.of("response", "Metric.RESPONSE"),
            ValueType.AUDIENCE, List.of("person on call", "Audience.ON_CALL"),
            ValueType.AGREEMENT, List.of("OLA", "Agreement.OLA"),
            ValueType.PERCENT, List.of("075 %", "75"),
            ValueType.NUMBER, List.of("007", "7"),
            ValueType.DURATION, List.of("90 minutes", "java.time.Duration.ofSeconds(5400L)"),
            ValueType.KEY, List.of("paint-shop-mes", "\"paint-shop-mes\""));

    private static List<SentenceRule> read(String text) {
        return SentenceFile.read("priority/mine.dslr", text, VOCABULARY);
    }

    private static String rule(String when, String then) {
        return "rule \"Mine\"\nwhen\n  %s\nthen\n  %s\nend\n".formatted(when, then);
    }

    @Test
    void a_rule_is_read_as_it_was_written() {
        var rules =
                read("# a remark\n\n" + rule("a case of the service paint-shop-mes", "give it to the team plant-it"));
        assertThat(rules).singleElement().satisfies(rule -> {
            assertThat(rule.name()).isEqualTo("Mine");
            assertThat(rule.when()).containsExactly("a case of the service paint-shop-mes");
            assertThat(rule.conditions()).containsExactly("$case : CaseFact(service == \"paint-shop-mes\")");
            assertThat(rule.consequences()).containsExactly("insert(TeamRow.named(\"plant-it\", \"Mine\"));");
        });
    }

    @Test
    void every_value_is_parsed_and_printed_anew() {
        for (var type : ValueType.values()) {
            var sample = SAMPLES.get(type);
            assertThat(type.print(sample.get(0))).isEqualTo(sample.get(1));
        }
        assertThat(ValueType.DURATION.print("1 day")).isEqualTo("java.time.Duration.ofSeconds(86400L)");
        assertThat(ValueType.AUDIENCE.print("service manager")).isEqualTo("Audience.SERVICE_MANAGER");
    }

    @Test
    void every_sentence_of_the_vocabulary_compiles() {
        var bindings = Map.ofEntries(
                Map.entry("$case", "a case is decided"),
                Map.entry("$priority", "its priority is decided"),
                Map.entry("$default", "the table of defaults names an impact"),
                Map.entry("$impact", "its impact and its urgency count as something"),
                Map.entry("$cell", "the priority matrix has a row for them"),
                Map.entry("$given", "somebody has given it a priority by hand"),
                Map.entry("$target", "the table of targets has a row for its type and priority"),
                Map.entry("$team", "the table of teams names a triage team"),
                Map.entry("$checkpoint", "a checkpoint of a resolution commitment"),
                Map.entry("$policy", "the escalation policies have a row for it"),
                Map.entry("$calendars", "the table of calendars says which calendar counts"),
                Map.entry("$update", "a case whose audiences wait for news"),
                Map.entry("$plan", "the communication plan has a row for its priority and one of its audiences"),
                Map.entry("$incident", "an incident below P1"),
                Map.entry("$sign", "it reaches a row of the table of major incidents"),
                Map.entry("$resolved", "a case is resolved"),
                Map.entry("$closing", "the table of closing has a row for its priority"),
                Map.entry("$ended", "a case that is over"),
                Map.entry("$demand", "the table of RCA demands has a row for its priority"),
                Map.entry("$action", "a corrective action that is done"),
                Map.entry("$window", "the table of quiet windows has a row for it"),
                Map.entry("$promise", "a project has promised an amount"),
                Map.entry("$tolerance", "the table of tolerances has a row for its size"),
                Map.entry("$share", "an issue has an impact on a project"),
                Map.entry("$severity", "the table of issue severities has a row for that share"),
                Map.entry("$figure", "a figure of a project"),
                Map.entry("$colour", "the table of status colours has a row for its value"),
                Map.entry("$contradiction", "a status that is declared better than computed"),
                Map.entry("$question", "the table of status contradictions has a row for it"),
                Map.entry("$forecast", "a forecast of a project"),
                Map.entry("$warning", "the table of forecast warnings has a row for the forecast"),
                Map.entry("$exception", "a project is beyond a tolerance or is forecast to be"),
                Map.entry("$report", "the table of exception reports has a row for it"),
                Map.entry("$handover", "a service is handed over"),
                Map.entry("$demanded", "the table of handover criteria has a row for its tier"),
                Map.entry("$criterion", "a criterion has a figure that reaches its limit"),
                Map.entry("$gate", "a handover stands at its gate"),
                Map.entry("$daily", "a day of early life support is over"),
                Map.entry("$bounds", "the table of early life support allows fewer incidents"),
                Map.entry("$firefight", "an incident of a service in early life support"),
                Map.entry("$answering", "the table of early life answers has a row for it"),
                Map.entry("$hypercare", "early life support is looked at"),
                Map.entry("$streak", "the table of early life support asks for more days in a row"),
                Map.entry("$compared", "an incident is compared with a criterion that was waived"),
                Map.entry("$signs", "the table of handover debt weighs their common signs at 3 or more"),
                Map.entry("$debt", "a handover has a debt"),
                Map.entry("$allowed", "the table of debt tolerances has a row that it exceeds"));
        var text = new StringBuilder();
        var number = 0;
        for (var sentence : VOCABULARY.sentences()) {
            var line = sentence.text();
            for (var placeholder : sentence.placeholders()) {
                line = line.replaceFirst(
                        "\\{[a-z]+:[a-z]+}", SAMPLES.get(placeholder.type()).get(0));
            }
            var when = new java.util.ArrayList<String>();
            require(sentence.drl(), bindings, when);
            var decides = sentence.part() == Sentence.Part.THEN;
            if (!decides && !when.contains(line)) {
                when.add(line);
            }
            if (when.isEmpty()) {
                when.add("a case is decided");
            }
            var then = decides ? line : "give it to the team plant-it";
            text.append("rule \"Sentence %d\"\nwhen\n%s\nthen\n%s\nend\n"
                    .formatted(number++, String.join("\n", when), then));
        }
        var book = RuleCompiler.compile(ShippedRules.with("priority/all.dslr", text.toString()));
        assertThat(book.rules()).hasSizeGreaterThan(VOCABULARY.sentences().size());
    }

    private static void require(String drl, Map<String, String> bindings, List<String> when) {
        for (var variable : new TreeMap<>(bindings).keySet()) {
            if (drl.contains(variable) && !drl.contains(variable + " :")) {
                var line = bindings.get(variable);
                var binding = VOCABULARY.sentences().stream()
                        .filter(sentence -> sentence.match(line).isPresent())
                        .findFirst()
                        .orElseThrow();
                require(binding.drl(), bindings, when);
                if (!when.contains(line)) {
                    when.add(line);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> eval(Runtime.getRuntime().exec(\"id\") != null)",
                "a case is decided and eval(anything())",
                "a case is decided eval(true)",
                "x a case is decided",
                "a case of the service paint\" || eval(true) || \"",
                "a case of the service paint-shop-mes)",
                "a case whose impact is Rating.HIGH || true",
                "a case whose impact is {rating:rating}",
                "eval(true)",
                "$case : CaseFact()",
                "CaseFact() from accumulate(x)",
                "a case is decided /* */",
                "a case is decided; salience 10"
            })
    void nothing_but_a_whole_sentence_is_a_condition(String line) {
        assertThatThrownBy(() -> read(rule(line, "give it to the team plant-it")))
                .isInstanceOf(RuleBookProblem.class)
                .hasMessageStartingWith("rules/priority/mine.dslr, line 3, column ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> System.exit(1);",
                "System.exit(1);",
                "give it to the team a\"); System.exit(1); (\"",
                "give it to the team plant-it; System.exit(1)",
                "give it to the team PLANT",
                "insert(new Object());",
                "mvel: x"
            })
    void nothing_but_a_whole_sentence_is_a_decision(String line) {
        assertThatThrownBy(() -> read(rule("a case is decided", line)))
                .isInstanceOf(RuleBookProblem.class)
                .hasMessageStartingWith("rules/priority/mine.dslr, line 5, column ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package x",
                "import java.lang.Runtime",
                "function void f() {}",
                "declare X end",
                "global java.util.List list",
                "query q() end",
                "dialect \"mvel\"",
                "expander x.dsl",
                "/* a block",
                "> rule \"x\"",
                "a case is decided",
                "end"
            })
    void nothing_outside_rules_is_read(String line) {
        assertThatThrownBy(() -> read(line + "\n" + rule("a case is decided", "give it to the team plant-it")))
                .hasMessage(
                        "rules/priority/mine.dslr, line 1, column 1: only rules stand in this file. Write rule \"A sentence\", when, then, end.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"salience 10", "no-loop", "dialect \"java\"", "enabled eval(true)", "@x(1)", "then", "end"})
    void a_rule_has_no_attributes(String line) {
        assertThatThrownBy(() ->
                        read("rule \"Mine\"\n" + line + "\nwhen\na case is decided\nthen\ngive it to the team x\nend"))
                .hasMessageContaining("line 2, column 1: after the rule's name comes a line that says when");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\" salience 1 \"", "a\\u0022b", "a\\", "{rule}", "a\"b", "<b>", "ab", "$case", "a;b"})
    void the_name_of_a_rule_has_safe_characters_only(String name) {
        assertThatThrownBy(
                        () -> read("rule \"" + name + "\"\nwhen\na case is decided\nthen\ngive it to the team x\nend"))
                .isInstanceOf(RuleBookProblem.class)
                .hasMessageContaining("line 1, column ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\u2028", "\u2029", "\u0085", "\u0000", "\u000B", "\u200B", "\u202E", "\u00A0"})
    void characters_that_end_a_line_or_do_not_show_are_refused(String character) {
        assertThatThrownBy(() -> read(rule("a case of the service x" + character + "y", "give it to the team x")))
                .hasMessageContaining("line 3, column 26: the character U+")
                .hasMessageContaining("Delete it.");
    }

    @Test
    void an_error_names_the_place_and_the_nearest_sentence() {
        assertThatThrownBy(() -> read(rule("a case whose impact is ranked", "give it to the team x")))
                .hasMessage("rules/priority/mine.dslr, line 3, column 26: \"ranked\" is not high, medium or low.");
        assertThatThrownBy(() -> read(rule("a case whos impact is rated", "give it to the team x")))
                .hasMessage(
                        "rules/priority/mine.dslr, line 3, column 14: no sentence reads \"a case whos impact is rated\"."
                                + " The nearest is \"a case whose impact is rated\".");
    }

    @Test
    void a_decision_that_speaks_of_something_unnamed_is_refused() {
        assertThatThrownBy(() -> read(rule("a case is decided", "tell the team")))
                .hasMessageContaining(
                        "line 5, column 3: \"tell the team\" speaks of a checkpoint that no line before it names.");
    }

    @Test
    void a_rule_without_an_end_or_without_sentences_is_refused() {
        assertThatThrownBy(() -> read("rule \"Mine\"\nwhen\na case is decided\n"))
                .hasMessageContaining("line 1, column 1: the rule \"Mine\" has no end.");
        assertThatThrownBy(() -> read("rule \"Mine\"\nwhen\nthen\ntell the team\nend"))
                .isInstanceOf(RuleBookProblem.class);
    }

    @Test
    void two_rules_of_one_name_are_refused() {
        var twice = rule("a case is decided", "give it to the team x");
        assertThatThrownBy(() -> RuleCompiler.compile(ShippedRules.with("priority/mine.dslr", twice + twice)))
                .hasMessageContaining("Two rules are named \"Mine\"");
    }

    @Test
    void a_sentence_that_fits_two_entries_is_refused() {
        var ambiguous = Vocabulary.parse("[when]a {x:key} case=A()\n[when]a b case=B()\n[then]c=d");
        assertThatThrownBy(() -> SentenceFile.read("priority/x.dslr", rule("a b case", "c"), ambiguous))
                .hasMessageContaining("can be read as \"a {x:key} case\" and as \"a b case\"");
    }

    @Test
    void a_folder_that_is_no_topic_is_refused() {
        assertThatThrownBy(() -> RuleCompiler.compile(ShippedRules.with("weather/x.dslr", "")))
                .hasMessageContaining("rules/weather/x.dslr: \"weather\" is no topic");
    }

    @Test
    void a_vocabulary_entry_that_cannot_be_read_is_named() {
        assertThatThrownBy(() -> Vocabulary.parse("# x\n[if]a=b"))
                .hasMessageStartingWith("rules/vocabulary.dsl, line 2, column 1");
        assertThatThrownBy(() -> Vocabulary.parse("[when]a {x:colour}=b"))
                .hasMessageContaining("\"colour\" is no type of placeholder");
    }
}
