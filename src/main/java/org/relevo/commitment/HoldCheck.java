package org.relevo.commitment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.relevo.workitem.WorkItem;

/** What must hold of a hold before it is written; every problem is named at once. */
final class HoldCheck {

    private static final Duration LONGEST = Duration.ofDays(366);

    private HoldCheck() {}

    static void check(WorkItem item, Instant from, @Nullable Instant to, String because, Instant now) {
        if (!item.state().open()) {
            throw new Refusal.Conflict("%s is %s; there is nothing to put on hold."
                    .formatted(item.number(), item.state().name().toLowerCase(java.util.Locale.ROOT)));
        }
        var problems = new ArrayList<FieldProblem>();
        if (because.isBlank() || because.length() > 500) {
            problems.add(new FieldProblem(
                    "because", "Say in up to 500 characters what is waited for, such as the caller's answer."));
        }
        if (from.isAfter(now)) {
            problems.add(new FieldProblem("from", "A hold begins now or has begun. Give an instant that has passed."));
        }
        if (from.isBefore(item.raisedAt())) {
            problems.add(new FieldProblem(
                    "from", "The case was raised at %s, after that. Give a later instant.".formatted(item.raisedAt())));
        }
        if (to != null && !to.isAfter(from)) {
            problems.add(new FieldProblem("to", "A hold ends after it began. Give a later instant, or none."));
        }
        if (to != null && to.isAfter(now.plus(LONGEST))) {
            problems.add(new FieldProblem(
                    "to", "A hold ends within a year. Give an earlier instant, or none where nobody knows."));
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
    }
}
