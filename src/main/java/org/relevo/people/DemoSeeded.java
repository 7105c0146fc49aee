package org.relevo.people;

/** The people and teams of the demo organisation were entered; told inside that transaction, so that others add theirs. */
public record DemoSeeded() {}
