package org.relevo.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a file of sentences. Nothing outside {@code rule … when … then … end} is read but blank lines and remarks. */
class SentenceFile {

    private static final Pattern RULE = Pattern.compile("rule \"(.*)\"");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} ,.:%×()'-]{3,120}");
    private static final Pattern BOUND = Pattern.compile("(\\$[a-z]+) :");
    private static final Pattern USED = Pattern.compile("\\$[a-z]+");

    private final String file;
    private final Topic topic;
    private final Vocabulary vocabulary;
    private final List<SentenceRule> rules = new ArrayList<>();

    private @Nullable Draft draft;

    private SentenceFile(String file, Topic topic, Vocabulary vocabulary) {
        this.file = file;
        this.topic = topic;
        this.vocabulary = vocabulary;
    }

    static List<SentenceRule> read(String file, String text, Vocabulary vocabulary) {
        var reader = new SentenceFile(file, Topic.of(file), vocabulary);
        var number = 0;
        for (var raw : text.split("\n", -1)) {
            number++;
            reader.read(SourceLine.of(file, number, raw));
        }
        if (reader.draft != null) {
            throw reader.draft.opening.problem(0, "the rule \"%s\" has no end.".formatted(reader.draft.name));
        }
        return reader.rules;
    }

    private void read(SourceLine line) {
        if (line.isRemark()) {
            return;
        }
        if (draft == null) {
            draft = open(line);
        } else if (line.text().equals("when") && draft.part == null) {
            draft.part = Sentence.Part.WHEN;
        } else if (line.text().equals("then") && draft.part == Sentence.Part.WHEN) {
            draft.part = Sentence.Part.THEN;
        } else if (line.text().equals("end") && draft.part == Sentence.Part.THEN) {
            rules.add(draft.finish(line));
            draft = null;
        } else {
            draft.add(line);
        }
    }

    private Draft open(SourceLine line) {
        var matcher = RULE.matcher(line.text());
        if (!matcher.matches()) {
            throw line.problem(0, "only rules stand in this file. Write rule \"A sentence\", when, then, end.");
        }
        var name = matcher.group(1);
        if (!NAME.matcher(name).matches()) {
            throw line.problem(
                    matcher.start(1),
                    "the name of a rule has 3 to 120 letters, digits, spaces and , . : %% × ( ) ' - only.".formatted());
        }
        return new Draft(line, name);
    }

    /** A rule whose end has not been read. */
    private final class Draft {
        private final SourceLine opening;
        private final String name;
        private final List<String> when = new ArrayList<>();
        private final List<String> then = new ArrayList<>();
        private final List<String> conditions = new ArrayList<>();
        private final List<String> consequences = new ArrayList<>();
        private final Set<String> bound = new HashSet<>();
        private Sentence.@Nullable Part part;

        private Draft(SourceLine opening, String name) {
            this.opening = opening;
            this.name = name;
        }

        private void add(SourceLine line) {
            if (part == null) {
                throw line.problem(0, "after the rule's name comes a line that says when.");
            }
            var drl = vocabulary.expand(line, part, name);
            BOUND.matcher(drl).results().forEach(found -> bound.add(found.group(1)));
            USED.matcher(drl)
                    .results()
                    .map(found -> found.group())
                    .filter(used -> !bound.contains(used))
                    .findFirst()
                    .ifPresent(missing -> {
                        throw line.problem(
                                0,
                                "\"%s\" speaks of a %s that no line before it names. Put such a line before it."
                                        .formatted(line.text(), missing.substring(1)));
                    });
            (part == Sentence.Part.WHEN ? when : then).add(line.text());
            (part == Sentence.Part.WHEN ? conditions : consequences).add(drl);
        }

        private SentenceRule finish(SourceLine end) {
            if (when.isEmpty() || then.isEmpty()) {
                throw end.problem(
                        0,
                        "the rule \"%s\" has no sentence after %s.".formatted(name, when.isEmpty() ? "when" : "then"));
            }
            return new SentenceRule(
                    topic,
                    name,
                    List.copyOf(when),
                    List.copyOf(then),
                    List.copyOf(conditions),
                    List.copyOf(consequences));
        }
    }
}
