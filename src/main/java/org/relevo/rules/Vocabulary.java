package org.relevo.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The sentences that rules may be written in. */
record Vocabulary(List<Sentence> sentences) {

    static final String FILE = "vocabulary.dsl";

    private static final Pattern ENTRY = Pattern.compile("\\[(when|then)]([^=]+)=(.+)");

    static Vocabulary parse(String text) {
        var sentences = new ArrayList<Sentence>();
        var number = 0;
        for (var line : text.split("\n", -1)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                sentences.add(entry(line, number));
            }
        }
        return new Vocabulary(List.copyOf(sentences));
    }

    private static Sentence entry(String line, int number) {
        var matcher = ENTRY.matcher(line);
        if (!matcher.matches()) {
            throw RuleBookProblem.at(
                    FILE, number, 1, "this is no entry. Write [when]sentence=DRL or [then]sentence=DRL.");
        }
        var part = matcher.group(1).equals("when") ? Sentence.Part.WHEN : Sentence.Part.THEN;
        try {
            return Sentence.parse(
                    part, matcher.group(2).strip(), matcher.group(3).strip());
        } catch (IllegalArgumentException e) {
            throw RuleBookProblem.at(FILE, number, matcher.start(2) + 1, String.valueOf(e.getMessage()));
        }
    }

    /** The DRL of a line: it must be one sentence of the vocabulary as a whole, and of one only. */
    String expand(SourceLine line, Sentence.Part part, String rule) {
        var fitting = sentences.stream()
                .filter(sentence -> sentence.part() == part)
                .filter(sentence -> sentence.match(line.text()).isPresent())
                .toList();
        if (fitting.isEmpty()) {
            throw unknown(line, part);
        }
        if (fitting.size() > 1) {
            throw line.problem(
                    0,
                    "\"%s\" can be read as \"%s\" and as \"%s\". Change one of the two in %s."
                            .formatted(
                                    line.text(),
                                    fitting.get(0).text(),
                                    fitting.get(1).text(),
                                    FILE));
        }
        var sentence = fitting.get(0);
        return sentence.expand(sentence.match(line.text()).orElseThrow(), rule);
    }

    private RuleBookProblem unknown(SourceLine line, Sentence.Part part) {
        for (var sentence : sentences) {
            var match = sentence.resembling(line.text());
            if (sentence.part() == part && match.isPresent()) {
                var wrong = sentence.wrongValue(match.get());
                return line.problem(
                        match.get().start(wrong),
                        "\"%s\" is not %s."
                                .formatted(
                                        match.get().group(wrong),
                                        sentence.placeholders()
                                                .get(wrong - 1)
                                                .type()
                                                .expected()));
            }
        }
        return sentences.stream()
                .filter(sentence -> sentence.part() == part)
                .min(Comparator.comparingInt(sentence -> Distance.between(sentence.text(), line.text())))
                .map(nearest -> line.problem(
                        Distance.firstDifference(nearest.text(), line.text()),
                        "no sentence reads \"%s\". The nearest is \"%s\".".formatted(line.text(), nearest.text())))
                .orElseGet(() -> line.problem(0, "the vocabulary has no sentence for this part of a rule."));
    }
}
