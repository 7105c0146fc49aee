package org.relevo.rules;

import java.time.Duration;

/**
 * Lets a resolved case wait until somebody confirms that it is resolved.
 *
 * @param quiet after so long it closes by itself
 * @param reopen so long after its resolution it can be opened again
 */
public record AwaitConfirmation(Duration quiet, Duration reopen, String rule, String because) implements Decision {}
