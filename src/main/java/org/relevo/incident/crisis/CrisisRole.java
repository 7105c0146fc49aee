package org.relevo.incident.crisis;

import java.util.Locale;

/** What one person at a time does in a crisis for all the others. */
public enum CrisisRole {
    /** Leads: decides what is done and when those concerned meet. */
    INCIDENT_MANAGER,
    /** Leads the search for the root cause and the way back. */
    TECHNICAL_LEAD,
    /** Tells those concerned. */
    COMMUNICATIONS;

    /** As the timeline writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
