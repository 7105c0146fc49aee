package org.relevo.rules;

/** Says that the exception of a project is to be reopened, because its handover has caused too much. */
public record ReopenException(String rule, String because) implements Decision {}
