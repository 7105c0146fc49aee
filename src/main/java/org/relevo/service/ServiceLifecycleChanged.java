package org.relevo.service;

import java.time.Instant;

/** A service has gone on in its life, or back; told inside the transaction. */
public record ServiceLifecycleChanged(
        String service, Lifecycle from, Lifecycle to, Instant at, String by, String because) {}
