package org.relevo.rules;

/** Gives a case its priority. */
public record AssignPriority(Priority priority, String rule, String because) implements Decision {}
