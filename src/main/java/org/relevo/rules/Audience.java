package org.relevo.rules;

/** Whom an escalation level tells, as a role: who holds it is found at the instant of telling. */
public enum Audience {
    /** The person on call for the case's team. */
    ON_CALL,
    /** The assignee; the person on call where nobody is assigned. */
    ASSIGNEE,
    /** Every member of the case's team. */
    TEAM,
    /** The service manager who answers for the case's service. */
    SERVICE_MANAGER
}
