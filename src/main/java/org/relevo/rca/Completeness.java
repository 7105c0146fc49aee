package org.relevo.rca;

import java.util.ArrayList;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.relevo.rca.RcaContent.Why;

/** What an analysis must hold before a second person reads it. */
final class Completeness {

    private Completeness() {}

    static void require(RcaContent content) {
        var problems = new ArrayList<FieldProblem>();
        if (content.text(Section.ROOT_CAUSE).isBlank()) {
            problems.add(new FieldProblem("ROOT_CAUSE", "Say what the root cause is."));
        }
        if (content.whys().isEmpty()) {
            problems.add(new FieldProblem("whys", "Ask why, at least once."));
        }
        content.whys().stream()
                .filter(Why::loose)
                .map(why -> new FieldProblem(
                        "whys",
                        "“%s” ends without evidence. Let it point at an event or an action.".formatted(why.text())))
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
    }
}
