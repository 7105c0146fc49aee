package org.relevo.project.exception;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.relevo.project.money.Entered;

/** Reads an option as it was typed. */
final class TypedOption {

    private static final Pattern DAYS = Pattern.compile("[+-]?[0-9]{1,4}");

    private TypedOption() {}

    static ExceptionOption read(long id, Map<String, String> typed) {
        var in = new Entered(typed);
        var title = in.needed("title", 200);
        var days = in.text("days").replace('−', '-');
        if (!DAYS.matcher(days).matches()) {
            in.problem("days", "Give whole days from -9999 to 9999; 0 where it changes no date.");
        }
        var cost = in.text("cost").isEmpty() ? BigDecimal.ZERO : in.number("cost", 2);
        var scope = in.optional("scope", 1_000);
        var risks = in.optional("risks", 1_000);
        in.check();
        return new ExceptionOption(
                id,
                "",
                title,
                Integer.parseInt(days),
                cost,
                scope,
                risks,
                !in.text("recommended").isEmpty() && !in.text("recommended").equals("false"),
                false,
                0);
    }
}
