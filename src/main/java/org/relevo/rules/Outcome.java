package org.relevo.rules;

import java.util.List;
import java.util.Optional;

/**
 * What one evaluation decided.
 *
 * @param version the version of the rule book that decided
 * @param fired names of the rules that fired, in no particular order
 */
public record Outcome(int version, List<Decision> decisions, List<String> fired) {

    /** The decisions of one kind. */
    public <D extends Decision> List<D> all(Class<D> kind) {
        return decisions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The decision of one kind, where there is one. */
    public <D extends Decision> Optional<D> one(Class<D> kind) {
        return all(kind).stream().findFirst();
    }
}
