package org.relevo.people.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.relevo.platform.Refusal;

/** What a page shows beside its fields. */
class FieldProblems {

    private FieldProblems() {}

    static Map<String, String> byField(Refusal.Invalid refused) {
        return refused.problems().stream()
                .collect(Collectors.toMap(
                        Refusal.FieldProblem::field, Refusal.FieldProblem::message, (one, other) -> one + " " + other));
    }
}
