package org.relevo.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence of the vocabulary and the DRL that it stands for. */
record Sentence(Part part, String text, List<Placeholder> placeholders, Pattern shape, String drl) {

    enum Part {
        WHEN,
        THEN
    }

    record Placeholder(String name, ValueType type) {}

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+):([a-z]+)}");

    static Sentence parse(Part part, String text, String drl) {
        var placeholders = new ArrayList<Placeholder>();
        var shape = new StringBuilder();
        var from = 0;
        var matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            var type = ValueType.named(matcher.group(2))
                    .orElseThrow(() -> new IllegalArgumentException("\"%s\" is no type of placeholder. Use one of %s."
                            .formatted(matcher.group(2), List.of(ValueType.values()))));
            placeholders.add(new Placeholder(matcher.group(1), type));
            shape.append(Pattern.quote(text.substring(from, matcher.start()))).append("(.+)");
            from = matcher.end();
        }
        shape.append(Pattern.quote(text.substring(from)));
        return new Sentence(part, text, List.copyOf(placeholders), Pattern.compile(shape.toString()), drl);
    }

    /** The match of a whole line whose every value is of its type. */
    Optional<Matcher> match(String line) {
        return resembling(line).filter(matcher -> wrongValue(matcher) == 0);
    }

    /** The match of a whole line whatever its values are. */
    Optional<Matcher> resembling(String line) {
        var matcher = shape.matcher(line);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    /** The number of the first value that is not of its type, counted from 1; 0 where there is none. */
    int wrongValue(Matcher matcher) {
        for (var i = 1; i <= placeholders.size(); i++) {
            if (!placeholders.get(i - 1).type().accepts(matcher.group(i))) {
                return i;
            }
        }
        return 0;
    }

    /** The DRL with each value parsed into its type and printed anew. */
    String expand(Matcher matcher, String rule) {
        var expanded = drl.replace("{rule}", '"' + rule + '"');
        for (var i = 1; i <= placeholders.size(); i++) {
            var placeholder = placeholders.get(i - 1);
            expanded = expanded.replace(
                    "{" + placeholder.name() + "}", placeholder.type().print(matcher.group(i)));
        }
        return expanded;
    }
}
