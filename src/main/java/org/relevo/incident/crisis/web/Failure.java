package org.relevo.incident.crisis.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.springframework.http.HttpStatus;

/**
 * What was refused of a form, and what was typed into it.
 *
 * @param form which of the page's forms; blank where nothing was refused
 * @param message what concerns the form as a whole
 * @param problems what concerns a field, by the field's name
 */
public record Failure(String form, @Nullable String message, Map<String, String> problems, Map<String, String> typed) {

    static final Failure NONE = new Failure("", null, Map.of(), Map.of());

    static Failure of(String form, Map<String, String> typed, Refusal refused) {
        return refused instanceof Refusal.Invalid invalid
                ? new Failure(form, null, FieldProblems.of(invalid), typed)
                : new Failure(form, refused.getMessage(), Map.of(), typed);
    }

    public boolean of(String asked) {
        return form.equals(asked);
    }

    public @Nullable String problem(String asked, String field) {
        return of(asked) ? problems.get(field) : null;
    }

    /** What was typed into a field, or what stands there otherwise. */
    public String typed(String asked, String field, @Nullable String otherwise) {
        return of(asked) ? typed.getOrDefault(field, "") : otherwise == null ? "" : otherwise;
    }

    HttpStatus status() {
        if (form.isEmpty()) {
            return HttpStatus.OK;
        }
        return message == null ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT;
    }
}
