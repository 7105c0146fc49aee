package org.relevo.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every evaluation with its version, facts, decisions and fired rules; written in the caller's transaction. */
public interface DecisionLog {

    void record(@Nullable String workItem, Topic topic, List<Fact> facts, Outcome outcome, Instant at);
}
