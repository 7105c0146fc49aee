package org.relevo.project.exception;

/** Where an exception report stands. */
public enum ExceptionStatus {
    /** The project manager writes it, for the first time or again. */
    WRITING,
    /** Those who decide have it. */
    SUBMITTED,
    /** An option was chosen, or the project is to be closed before its time. */
    DECIDED,
    /** The project came back within its tolerance before anything was submitted. */
    WITHDRAWN;

    /** Whether somebody still has to write or decide. */
    public boolean open() {
        return this == WRITING || this == SUBMITTED;
    }

    /** As refusals say it. */
    String word() {
        return switch (this) {
            case WRITING -> "still being written";
            case SUBMITTED -> "submitted and waits for its decision";
            case DECIDED -> "decided";
            case WITHDRAWN -> "withdrawn";
        };
    }
}
