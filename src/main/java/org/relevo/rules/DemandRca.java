package org.relevo.rules;

/** Demands the root-cause analysis of a case. */
public record DemandRca(DemandRow.Owner owner, String rule, String because) implements Decision {}
