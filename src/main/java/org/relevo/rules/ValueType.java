package org.relevo.rules;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a placeholder of a sentence may stand for. A value is parsed and then printed anew as DRL, so that nothing an
 * author typed is ever pasted into code.
 */
enum ValueType {
    PRIORITY(
            "P1, P2, P3 or P4",
            "P[1-4]",
            text -> "Priority." + Priority.valueOf(text).name()),
    RATING(
            "high, medium or low",
            "high|medium|low",
            text -> "Rating." + Rating.valueOf(upper(text)).name()),
    METRIC(
            "response, time to own, resolution, next update, RCA delivery, RCA draft, action, milestone, acceptance, assessment, issue resolution, report, exception report, exception decision, budget, forecast cost, schedule days or scope",
            Arrays.stream(Metric.values()).map(Metric::word).collect(Collectors.joining("|")),
            text -> "Metric." + metric(text).name()),
    AUDIENCE(
            "person on call, assignee, team or service manager",
            "person on call|assignee|team|service manager",
            text -> "Audience." + audience(text)),
    AGREEMENT(
            "SLA, OLA or SUPPLIER",
            "SLA|OLA|SUPPLIER",
            text -> "Agreement." + Agreement.valueOf(text).name()),
    PERCENT("a whole percentage such as 75 %", "[0-9]{1,3} ?%", text -> digits(text)),
    NUMBER("a whole number such as 3", "[0-9]{1,9}", text -> digits(text)),
    DURATION(
            "a number of minutes, hours or days, such as 15 minutes",
            "[0-9]{1,6} (minute|hour|day)s?",
            text -> "java.time.Duration.ofSeconds(" + duration(text).toSeconds() + "L)"),
    KEY(
            "a key of small letters, digits and hyphens, such as paint-shop-mes",
            "[a-z0-9][a-z0-9-]{0,62}",
            text -> '"' + text + '"');

    private final String expected;
    private final Pattern pattern;
    private final UnaryOperator<String> printer;

    ValueType(String expected, String pattern, UnaryOperator<String> printer) {
        this.expected = expected;
        this.pattern = Pattern.compile(pattern);
        this.printer = printer;
    }

    static Optional<ValueType> named(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What may be written, for an error message. */
    String expected() {
        return expected;
    }

    boolean accepts(String text) {
        return pattern.matcher(text).matches();
    }

    /** The value as DRL. */
    String print(String text) {
        if (!accepts(text)) {
            throw new IllegalArgumentException(text);
        }
        return printer.apply(text);
    }

    private static String audience(String text) {
        return text.equals("person on call") ? "ON_CALL" : upper(text).replace(' ', '_');
    }

    private static Metric metric(String text) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.word().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static Duration duration(String text) {
        var number = Long.parseLong(digits(text));
        if (text.contains("minute")) {
            return Duration.ofMinutes(number);
        }
        return text.contains("hour") ? Duration.ofHours(number) : Duration.ofDays(number);
    }

    private static String digits(String text) {
        return String.valueOf(Long.parseLong(text.replaceAll("[^0-9]", "")));
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
