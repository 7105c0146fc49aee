package org.relevo.handover;

import java.time.Instant;

/**
 * Who accepted what.
 *
 * @param gate {@code READINESS}, {@code GO_LIVE}, {@code EARLY_LIFE} or {@code FINAL}
 * @param verdict {@code ACCEPTED}, {@code REFUSED}, {@code EXTENDED} or {@code ROLLED_BACK}
 */
public record Signature(String gate, String verdict, String by, Instant at, String reason) {}
