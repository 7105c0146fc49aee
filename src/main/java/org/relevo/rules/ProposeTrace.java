package org.relevo.rules;

/** Proposes that an incident traces to something that was waived, open or late; a person says whether it does. */
public record ProposeTrace(CauseKind kind, String reference, int weight, String rule, String because)
        implements Decision {}
