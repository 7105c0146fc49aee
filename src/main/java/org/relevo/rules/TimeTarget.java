package org.relevo.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long something may take: an amount of working time, or a number of business days. Two business days are not
 * sixteen business hours.
 *
 * @param time working time; null where business days count
 * @param businessDays 0 where working time counts
 */
public record TimeTarget(@Nullable Duration time, int businessDays) {

    private static final Pattern BUSINESS_DAYS = Pattern.compile("([1-9][0-9]{0,2}) ?(?:business days?|bd)");

    public TimeTarget {
        if ((time == null) == (businessDays == 0) || businessDays < 0) {
            throw new IllegalArgumentException("either working time or business days, not both or none of them");
        }
        if (time != null && time.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("at least a second");
        }
    }

    public static TimeTarget of(Duration time) {
        return new TimeTarget(time, 0);
    }

    public static TimeTarget businessDays(int days) {
        return new TimeTarget(null, days);
    }

    /** Reads {@code PT4H} or {@code 2 business days}; whatever else it is given is refused. */
    @JsonCreator
    public static TimeTarget parse(String text) {
        var days = BUSINESS_DAYS.matcher(text);
        try {
            return days.matches() ? businessDays(Integer.parseInt(days.group(1))) : of(Duration.parse(text));
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    @JsonValue
    public String text() {
        return time == null ? businessDays + " business days" : time.toString();
    }

    /** As reasons print it: {@code 4 hours}, {@code 2 business days}. */
    public String words() {
        return time == null ? Words.counted(businessDays, "business day") : Words.of(time);
    }
}
