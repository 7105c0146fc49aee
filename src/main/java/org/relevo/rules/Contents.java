package org.relevo.rules;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A version of the rule book as it is read.
 *
 * @param source what brought it: {@code files} for those in the repository
 */
public record Contents(
        int version,
        String hash,
        String source,
        Instant activatedAt,
        List<Chapter> chapters,
        List<Programmed> programmed,
        List<Table> tables) {

    /** The rules of a topic. */
    public record Chapter(Topic topic, List<Rule> rules) {}

    /** A rule as it was written. */
    public record Rule(String name, List<String> when, List<String> then) {}

    /**
     * A rule that developers wrote in DRL; it comes with a build and is changed there alone.
     *
     * @param file its file in the rule book, such as {@code assignment/gold.drl}
     */
    public record Programmed(String name, String file) {}

    /** A table as it was written. */
    public record Table(String name, List<String> header, List<List<String>> rows) {}

    private static final Pattern RULE = Pattern.compile("(?m)^\\s*rule\\s+(?:\"([^\"]+)\"|'([^']+)'|(\\w+))");

    static List<Programmed> programmed(RuleFiles files) {
        return files.texts().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".drl"))
                .flatMap(file -> RULE.matcher(file.getValue())
                        .results()
                        .map(found -> new Programmed(
                                found.group(1) != null
                                        ? found.group(1)
                                        : found.group(2) != null ? found.group(2) : found.group(3),
                                file.getKey())))
                .toList();
    }

    static Contents of(RuleBookVersions.Version version, CompiledRuleBook book) {
        var chapters = Arrays.stream(Topic.values())
                .map(topic -> new Chapter(
                        topic,
                        book.rules().stream()
                                .filter(rule -> rule.topic() == topic)
                                .map(rule -> new Rule(rule.name(), rule.when(), rule.then()))
                                .toList()))
                .toList();
        var tables = book.tables().files().stream()
                .map(table -> new Table(
                        table.file().substring(table.file().lastIndexOf('/') + 1),
                        table.header(),
                        table.rows().stream().map(TableFile.Row::cells).toList()))
                .toList();
        return new Contents(
                version.number(),
                version.hash(),
                version.source(),
                version.activatedAt(),
                chapters,
                programmed(version.files()),
                tables);
    }
}
