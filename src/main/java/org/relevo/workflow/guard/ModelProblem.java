package org.relevo.workflow.guard;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a model, and what to do about it.
 *
 * @param element the id of the element, or the name of its tag where it has none
 * @param line from 1; 0 where it is not known
 * @param column from 1; 0 where it is not known
 */
public record ModelProblem(
        Severity severity, String code, @Nullable String element, int line, int column, String message, String remedy) {

    public enum Severity {
        /** The model cannot be deployed. */
        ERROR,
        WARNING
    }

    static ModelProblem error(String code, Place place, String message, String remedy) {
        return new ModelProblem(Severity.ERROR, code, place.element(), place.line(), place.column(), message, remedy);
    }

    static ModelProblem warning(String code, Place place, String message, String remedy) {
        return new ModelProblem(Severity.WARNING, code, place.element(), place.line(), place.column(), message, remedy);
    }

    public boolean error() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        return "%s (line %d): %s %s".formatted(element == null ? "model" : element, line, message, remedy);
    }
}
