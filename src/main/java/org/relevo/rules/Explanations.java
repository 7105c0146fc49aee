package org.relevo.rules;

import java.util.List;

/** Why the rule book decided as it did. */
public interface Explanations {

    /** The evaluations for a case, oldest first. */
    List<Explanation> of(String workItem);
}
