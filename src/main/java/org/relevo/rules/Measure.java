package org.relevo.rules;

/** What shows whether a criterion of a handover is met. */
public enum Measure {
    /** Gaps in the rota of the receiving team during the next eight weeks. */
    ROTA_GAPS(true),
    /** Alerts of the service that have arrived since the handover was asked for. */
    ALERTS_ARRIVED(false),
    /** Priorities without a target. */
    TARGETS_MISSING(true),
    /** Runbooks that were not used in a drill; 1 where none is linked. */
    RUNBOOKS_NOT_DRILLED(true),
    /** Incidents and drills that the receiving team closed without the project since the handover was asked for. */
    INCIDENTS_CLOSED_ALONE(false),
    /** People of the receiving team who have not confirmed that they understood the training. */
    TRAINING_UNCONFIRMED(true),
    /** What the service costs a month beyond its agreed budget; nothing where nobody has agreed one. */
    RUN_COST_OVER(true),
    /** Open P1 and P2 incidents of the service and open severe issues of the project. */
    SEVERE_OPEN(true),
    /** No figure: a document, and a person who confirms it. */
    DOCUMENT(true);

    private final boolean atMost;

    Measure(boolean atMost) {
        this.atMost = atMost;
    }

    /** Whether its figure may be at most, and not at least, its limit. */
    public boolean atMost() {
        return atMost;
    }
}
