package org.relevo.workflow.guard;

import org.jspecify.annotations.Nullable;

/** Where in a model something stands. */
record Place(@Nullable String element, int line, int column) {

    static final Place MODEL = new Place(null, 0, 0);

    /** For a sentence. */
    String named() {
        return element == null ? "The model" : element;
    }
}
