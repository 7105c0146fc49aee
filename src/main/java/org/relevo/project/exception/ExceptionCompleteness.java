package org.relevo.project.exception;

import java.util.ArrayList;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;

/** What a report must hold before somebody can decide by it. */
final class ExceptionCompleteness {

    private ExceptionCompleteness() {}

    static void require(ExceptionContent content) {
        var problems = new ArrayList<FieldProblem>();
        needed(content, ExceptionSection.CAUSE, "Say what the cause is.", problems);
        needed(content, ExceptionSection.CONSEQUENCES, "Say what follows if nobody acts.", problems);
        needed(content, ExceptionSection.RECOMMENDATION, "Say which option you recommend, and why.", problems);
        if (content.options().size() < 2) {
            problems.add(
                    new FieldProblem("options", "Give at least two options; with one there is nothing to decide."));
        }
        if (content.options().stream().noneMatch(ExceptionOption::recommended)) {
            problems.add(new FieldProblem("options", "Mark the option that you recommend."));
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
    }

    private static void needed(
            ExceptionContent content, ExceptionSection section, String way, ArrayList<FieldProblem> problems) {
        if (content.text(section).isBlank()) {
            problems.add(new FieldProblem(section.name(), way));
        }
    }
}
