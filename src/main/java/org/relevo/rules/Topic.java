package org.relevo.rules;

/** The part of the rule book that is asked. */
public enum Topic {
    PRIORITY,
    ASSIGNMENT,
    ESCALATION
}
