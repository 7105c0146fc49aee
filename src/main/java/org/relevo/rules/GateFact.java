package org.relevo.rules;

/**
 * The gate of a handover.
 *
 * @param criteria how many there are
 * @param open how many of them are not met
 * @param blocking what keeps it shut, in words; blank where nothing does
 */
public record GateFact(int criteria, int open, String blocking) implements Fact {

    public GateVerdict go(String rule) {
        return new GateVerdict(GateVerdict.Verdict.GO, rule, "all %d criteria are met".formatted(criteria));
    }

    public GateVerdict conditionalGo(String rule) {
        return new GateVerdict(
                GateVerdict.Verdict.CONDITIONAL_GO,
                rule,
                "%d of %d criteria are not met, and none of them must be or each is waived".formatted(open, criteria));
    }

    public GateVerdict noGo(String rule) {
        return new GateVerdict(GateVerdict.Verdict.NO_GO, rule, "missing: " + blocking);
    }
}
