package org.relevo.project;

import java.time.Instant;

/** Something changed by which a project may end elsewhere; its tolerances are looked at again after it. */
public record OutlookChanged(String project, String what, Instant at) {}
