package org.relevo.rules;

/** Proposes that a person looks whether an incident is a P1. */
public record ProposeMajor(String rule, String because) implements Decision {}
