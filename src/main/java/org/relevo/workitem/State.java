package org.relevo.workitem;

/** Where a case stands. */
public enum State {
    /** Raised; nobody has acknowledged it. */
    NEW,
    /** Somebody has taken it on. */
    ACKNOWLEDGED,
    /** The service works again. */
    RESOLVED,
    /** Nothing is left to do. */
    CLOSED;

    public boolean open() {
        return this == NEW || this == ACKNOWLEDGED;
    }
}
