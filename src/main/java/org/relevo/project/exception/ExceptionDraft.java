package org.relevo.project.exception;

import java.util.Map;

/**
 * What Relevo can say by itself.
 *
 * @param accepting the option to go on as things stand
 */
record ExceptionDraft(Map<ExceptionSection, String> texts, ExceptionOption accepting) {

    /** The same option with the figures as they are now. */
    ExceptionOption accepting(ExceptionOption before) {
        return new ExceptionOption(
                before.id(),
                before.letter(),
                accepting.title(),
                accepting.days(),
                accepting.cost(),
                accepting.scope(),
                accepting.risks(),
                before.recommended(),
                true,
                before.version());
    }
}
