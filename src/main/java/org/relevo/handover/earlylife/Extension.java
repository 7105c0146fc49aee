package org.relevo.handover.earlylife;

import java.math.BigDecimal;
import java.time.Instant;

/** Early life support was made longer. */
public record Extension(int days, BigDecimal cost, String currency, String reason, String by, Instant at) {}
