package org.relevo.project;

import java.time.Instant;

/** A project was held against its tolerances: after each change of an outlook, and once in each of its days. */
public record ProjectLooked(String project, Instant at) {}
