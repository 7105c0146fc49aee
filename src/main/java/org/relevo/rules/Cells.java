package org.relevo.rules;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kinds of cell that tables have; each names what is wrong and what to write instead. */
final class Cells {

    private static final int MOST_PERCENT = 1000;
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z_]{0,30}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} -]{1,60}");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,6}");

    private Cells() {}

    /** One of a few words, in capitals or not. */
    static <E extends Enum<E>> E word(TableFile.Row row, String column, Class<E> kind) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(row.text(column)))
                .findFirst()
                .orElseThrow(() -> row.problem(column, "write %s.".formatted(words(kind))));
    }

    private static <E extends Enum<E>> String words(Class<E> kind) {
        var small = kind == Rating.class
                || kind == Aspect.class
                || kind == TeamRow.Purpose.class
                || kind == MajorSign.Sign.class
                || kind == CalendarRow.Whose.class;
        return Arrays.stream(kind.getEnumConstants())
                .map(constant -> small ? constant.name().toLowerCase(Locale.ROOT) : constant.name())
                .collect(Collectors.joining(" or "));
    }

    /** Whether a row is meant for whatever may stand in a column. */
    static boolean every(TableFile.Row row, String column) {
        return row.text(column).equals("*");
    }

    static boolean yes(TableFile.Row row, String column) {
        var text = row.text(column).toLowerCase(Locale.ROOT);
        if (!text.equals("yes") && !text.equals("no")) {
            throw row.problem(column, "write yes or no.");
        }
        return text.equals("yes");
    }

    static int number(TableFile.Row row, String column, int least, int most) {
        var number = WHOLE.matcher(row.text(column)).matches() ? Integer.parseInt(row.text(column)) : -1;
        if (number < least || number > most) {
            throw row.problem(column, "write a whole number from %d to %d.".formatted(least, most));
        }
        return number;
    }

    static String name(TableFile.Row row, String column) {
        return matching(
                row, column, NAME, "write a name of letters, digits, spaces and hyphens, such as urgent response.");
    }

    static TimeTarget target(TableFile.Row row, String column) {
        return read(
                row,
                column,
                TimeTarget::parse,
                "write working time such as PT15M (15 minutes) or PT4H (4 hours), or business days such as 2 business days.");
    }

    static After after(TableFile.Row row, String column) {
        return read(
                row,
                column,
                After::parse,
                "write a share of the target such as 75 %, or a while after the level before such as PT10M.");
    }

    static Audience audience(TableFile.Row row, String column) {
        return read(row, column, Audience::parse, "write one of " + Audience.EXPECTED + ".");
    }

    static TellingTime tellingTime(TableFile.Row row, String column) {
        return read(row, column, TellingTime::parse, "write days and hours such as mon-fri 08:00-18:00 workdays.");
    }

    private static <V> V read(TableFile.Row row, String column, Function<String, V> reading, String remedy) {
        try {
            return reading.apply(row.text(column));
        } catch (IllegalArgumentException e) {
            throw row.problem(column, remedy);
        }
    }

    static String key(TableFile.Row row, String column) {
        return matching(row, column, KEY, "write a key of small letters, digits and hyphens, such as paint-shop-mes.");
    }

    static String type(TableFile.Row row, String column) {
        return matching(row, column, TYPE, "write the type of a case in capitals, such as INCIDENT.");
    }

    private static String matching(TableFile.Row row, String column, Pattern pattern, String remedy) {
        if (!pattern.matcher(row.text(column)).matches()) {
            throw row.problem(column, remedy);
        }
        return row.text(column);
    }

    static Duration duration(TableFile.Row row, String column) {
        try {
            var duration = Duration.parse(row.text(column));
            if (duration.compareTo(Duration.ofSeconds(1)) >= 0) {
                return duration;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // said below, as for a duration of nothing
        }
        throw row.problem(column, "write a duration such as PT15M (15 minutes), PT4H (4 hours) or P1D (24 hours).");
    }

    static int percent(TableFile.Row row, String column) {
        return percent(row, column, row.text(column));
    }

    private static int percent(TableFile.Row row, String column, String text) {
        var number = WHOLE.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (number < 0 || number > MOST_PERCENT) {
            throw row.problem(column, "write a whole percentage from 0 to %d without a sign.".formatted(MOST_PERCENT));
        }
        return number;
    }

    /** Percentages with semicolons between them, ascending. */
    static List<Integer> percents(TableFile.Row row, String column) {
        var percents = Arrays.stream(row.text(column).split(";", -1))
                .map(text -> percent(row, column, text.strip()))
                .toList();
        if (!percents.equals(percents.stream().distinct().sorted().toList())) {
            throw row.problem(column, "write the checkpoints ascending and each once, such as 0;50;75;100.");
        }
        return percents;
    }
}
