package org.relevo.people;

/** What a person may do. Every role may also do what {@link #VIEWER} may. */
public enum Role {
    /** Sees every case. */
    VIEWER,
    /** Raises, acknowledges, works on and resolves cases. */
    AGENT,
    SERVICE_MANAGER,
    PROJECT_MANAGER,
    PROCESS_ADMIN,
    RULE_ADMIN,
    /** Manages people, teams, tokens and settings. */
    ADMIN
}
