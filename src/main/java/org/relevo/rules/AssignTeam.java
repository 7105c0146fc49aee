package org.relevo.rules;

/** Gives a case to a team (a support group). */
public record AssignTeam(String team, String rule, String because) implements Decision {}
