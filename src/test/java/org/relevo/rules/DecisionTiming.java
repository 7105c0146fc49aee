package org.relevo.rules;

import java.util.List;

/** How long the shipped rule book takes to decide one case, once warm; for the bench. */
public final class DecisionTiming {

    private DecisionTiming() {}

    /** The mean of many decisions on one thread, in microseconds. */
    public static double microseconds(int warmUp, int repetitions) {
        var book = RuleCompiler.compile(RuleFiles.onClassPath());
        List<Fact> facts = List.of(new CaseFact("INCIDENT", Rating.HIGH, Rating.HIGH, "payments", "ops"));
        for (var i = 0; i < warmUp; i++) {
            book.decide(facts, 1);
        }
        var begin = System.nanoTime();
        for (var i = 0; i < repetitions; i++) {
            book.decide(facts, 1);
        }
        return (System.nanoTime() - begin) / 1e3 / repetitions;
    }
}
