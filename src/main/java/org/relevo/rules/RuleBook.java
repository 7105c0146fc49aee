package org.relevo.rules;

import java.util.List;

/** Facts in, decisions out: pure, with no clock, no services and no order between rules. */
public interface RuleBook {

    /** Asks the active version. A version that breaks a limit is quarantined and the one before it decides. */
    Outcome decide(List<Fact> facts);

    /** Whether the active version has a policy of that name that is switched on. */
    boolean escalatesBy(String policy);

    /** The active version's table that maps an alert's labels. */
    AlertMapping alertMapping();
}
