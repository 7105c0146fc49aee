package org.relevo.people;

/** The demo organisation goes; told inside that transaction, before its people and teams go. */
public record DemoRemoved() {}
