package org.relevo.rules;

import java.time.Instant;
import java.util.List;

/** An evaluation of the rule book for a case, as the decision log keeps it. */
public record Explanation(Instant at, Topic topic, List<Fact> facts, Outcome outcome) {

    /** Why each decision was taken, in words. */
    public List<String> because() {
        return outcome.decisions().stream().map(Decision::because).toList();
    }
}
