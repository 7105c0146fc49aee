package org.relevo.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When an escalation reaches a level: at a share of the commitment's target, or a while after the level before.
 *
 * @param percent of the target
 * @param delay around the clock
 */
public record After(@Nullable Integer percent, @Nullable Duration delay) {

    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,4}) ?%");

    /** Reads {@code 75 %} or {@code PT10M}; whatever else it is given is refused. */
    @JsonCreator
    public static After parse(String text) {
        var share = PERCENT.matcher(text);
        if (share.matches()) {
            return new After(Integer.parseInt(share.group(1)), null);
        }
        try {
            var delay = Duration.parse(text);
            if (!delay.isNegative()) {
                return new After(null, delay);
            }
        } catch (DateTimeException e) {
            // said below, as for a wait that is negative
        }
        throw new IllegalArgumentException(text);
    }

    @JsonValue
    public String text() {
        return percent == null ? String.valueOf(delay) : percent + " %";
    }
}
