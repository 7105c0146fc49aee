package org.relevo.project.exception;

/** A text of an exception report. Its options stand beside them. */
public enum ExceptionSection {
    CAUSE,
    CONSEQUENCES,
    RECOMMENDATION
}
