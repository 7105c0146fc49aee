package org.relevo.platform.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.relevo.platform.Refusal;

/** What was wrong with a form, by the field beside which it is shown. */
public final class FieldProblems {

    private FieldProblems() {}

    public static Map<String, String> of(Refusal.Invalid refused) {
        return refused.problems().stream()
                .collect(Collectors.toMap(
                        Refusal.FieldProblem::field, Refusal.FieldProblem::message, (one, other) -> one + " " + other));
    }
}
