package org.relevo.workitem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.relevo.platform.Refusal;

/** The number people quote, such as {@code INC-2041}; it is also the business key of the case's process. */
public record WorkItemNumber(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z]{2,10}-?[0-9]{1,12}");

    public WorkItemNumber {
        if (!FORM.matcher(value).matches()) {
            throw new Refusal.NotFound("\"%s\" is no number of a case. Numbers look like INC-2041."
                    .formatted(value.length() > 40 ? value.substring(0, 40) + "…" : value));
        }
    }

    /** The address of the case's page on this server. */
    public String page() {
        return WorkItemType.of(this).page(this);
    }

    @Override
    public String toString() {
        return value;
    }
}
